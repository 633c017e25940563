package org.unfoldlab.viz.unrolled;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.graph.GraphShape;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.plot.Box;

/**
 * One pose of the stage: where everything lies at one f. Pure geometry in px, y downwards.
 *
 * @param board where the lanes and the free graph lie
 * @param graph the states and transitions, folded or as the lanes' head
 * @param lanes faint lines of the rows
 * @param steps ghosts first
 * @param boxes in the order of painting
 * @param preNet image and arrow into the first state
 * @param readout flag, line and answer
 * @param ledger the rows under the lanes
 */
public record StageFrame(
        double fold,
        Box board,
        GraphShape graph,
        List<Lane> lanes,
        List<StepShape> steps,
        List<BoxShape> boxes,
        Optional<PreNetShape> preNet,
        Optional<ReadoutShape> readout,
        LedgerShape ledger) {
    private static final double REACH = 7;

    public StageFrame {
        lanes = List.copyOf(lanes);
        steps = List.copyOf(steps);
        boxes = List.copyOf(boxes);
    }

    /** The faint line of a row before its first box. */
    public record Lane(double x1, double x2, double y, double opacity) {}

    /**
     * The image and its way into the first state.
     *
     * @param ghost true when nothing that is read out depends on it
     * @param arrivals right ends of arrows at later times, with a sustained stimulus
     */
    public record PreNetShape(
            Box image,
            double arrowFrom,
            double arrowTo,
            double y,
            boolean ghost,
            List<Arrival> arrivals,
            double opacity) {
        public PreNetShape {
            arrivals = List.copyOf(arrivals);
        }

        /** The image again, into the first state at a later time. */
        public record Arrival(double x, double fromY, double toY, boolean ghost) {}
    }

    /**
     * The readout at T.
     *
     * @param x of the line
     * @param bar the post-net on the line; where the answer is read
     * @param arrowFrom right edge of the box that is read
     * @param answered false without a signal at T
     */
    public record ReadoutShape(
            double x, Box flag, double bottom, Box bar, double arrowFrom, boolean answered, double opacity) {}

    /** What lies under a point, the uppermost first. */
    public Optional<Item> at(double x, double y) {
        if (readout.isPresent() && hitsFlag(readout.get(), x, y)) {
            return Optional.of(new Item.Readout());
        }
        if (fold > 0.5) {
            Optional<Item> inTime = inTime(x, y);
            if (inTime.isPresent()) {
                return inTime;
            }
        }
        return graph.at(x, y);
    }

    private static boolean hitsFlag(ReadoutShape readout, double x, double y) {
        boolean onLine =
                Math.abs(x - readout.x()) <= REACH && y >= readout.flag().y() && y <= readout.bottom();
        return readout.opacity() > 0.5 && (onLine || readout.flag().contains(x, y));
    }

    private Optional<Item> inTime(double x, double y) {
        for (int i = boxes.size() - 1; i >= 0; i--) {
            if (boxes.get(i).box().contains(x, y)) {
                return Optional.of(new Item.OfStateAt(boxes.get(i).at()));
            }
        }
        StepShape nearest = null;
        double least = REACH;
        for (StepShape step : steps) {
            double distance = step.curve().distance(x, y);
            if (distance < least) {
                least = distance;
                nearest = step;
            }
        }
        return Optional.ofNullable(nearest)
                .map(step -> new Item.OfStep(step.step().step()));
    }

    /** The box of h(t); absent where nothing is drawn. */
    public Optional<BoxShape> box(StateAt at) {
        return boxes.stream().filter(box -> box.at().equals(at)).findFirst();
    }
}
