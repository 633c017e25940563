package org.unfoldlab.viz.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.graph.BoardFit;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GraphPlacement;
import org.unfoldlab.viz.graph.GraphShape;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;

/*
 * Rows are those of all other drawings: the first state at the bottom. Each row holds a state's card at the left and
 * its copies at the right, so that the eye can go from one to the other. Where there are too many columns, those around
 * the light are shown.
 */
/** Places a network folded at the left and unfolded at the right, both on the same rows. Knows no JavaFX. */
final class BenchLayout {
    private static final double REACH = 7;
    private static final double NARROWEST = 34;
    private static final double WIDEST = 104;
    private static final double TEXT_FROM = 31;

    private final DrawnNetwork network;
    private final double width;
    private final double height;
    private final Look look;
    private final double light;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<StateAt, Box> boxes = new LinkedHashMap<>();
    private final Set<StateAt> used = new HashSet<>();
    private final Map<TimedStep, Curve> steps = new LinkedHashMap<>();
    private final GraphShape graph;

    /** @param light where the time step stands, which decides what part of a long network is seen */
    BenchLayout(DrawnNetwork network, double width, double height, Look look, double light) {
        this.network = network;
        this.width = width;
        this.height = height;
        this.look = look;
        this.light = light;
        for (State state : network.document().states()) {
            rows.putIfAbsent(state.name(), rows.size());
        }
        graph = placeGraph();
        network.unrolling().ifPresent(this::placeCopies);
    }

    private double scale() {
        return look.scale();
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Middle of the row of titles. */
    double titleY() {
        return 12 * scale();
    }

    /** Middle of the row of times. */
    double timeY() {
        return height - 12 * scale();
    }

    private double lanesTop() {
        return 28 * scale();
    }

    double lanesBottom() {
        return height - 26 * scale();
    }

    double rowPitch() {
        return Math.max(22, Math.min(112 * scale(), (lanesBottom() - lanesTop()) / Math.max(1, rows.size())));
    }

    private double laneY(String state) {
        int row = rows.getOrDefault(state, 0);
        double spare = (lanesBottom() - lanesTop() - rowPitch() * rows.size()) / 2;
        return lanesBottom() - spare - rowPitch() * (row + 0.5);
    }

    private double graphWidth() {
        return Math.max(236, Math.min(360, 0.27 * width)) * Math.min(scale(), 1.3);
    }

    private GraphShape placeGraph() {
        double cardHeight = Math.max(18, Math.min(48 * scale(), 0.56 * rowPitch()));
        double cardWidth = Math.max(96, Math.min(118 * scale(), 0.45 * graphWidth()));
        Map<String, Box> lanes = new HashMap<>();
        for (State state : network.document().states()) {
            lanes.put(
                    state.name(),
                    new Box(0.37 * graphWidth(), laneY(state.name()) - cardHeight / 2, cardWidth, cardHeight));
        }
        Box board = new Box(0, 0, width, height);
        BoardFit fit = BoardFit.of(List.of(), lanes, board);
        Box head = new Box(2, 0, graphWidth() - 4, height);
        double text = rowPitch() >= 54 ? look.drawingText(12) : 0;
        return new GraphPlacement(network.document(), lanes, board, fit, head, text).at(1);
    }

    /** The network as it is run: one card for each state. */
    GraphShape graph() {
        return graph;
    }

    /** Where both sides meet. */
    double equalsX() {
        return graphWidth() + 26 * scale();
    }

    double middleY() {
        return (lanesTop() + lanesBottom()) / 2;
    }

    /** Left edge of the unfolded side. */
    double rightSide() {
        return graphWidth() + 64 * scale();
    }

    private double firstColumn() {
        return rightSide() + boxWidth() / 2;
    }

    private double lastColumn() {
        return width - 40 * scale();
    }

    private double pitchThatFits() {
        // Half a box stands left of the first column: less than 0.4 of a pitch.
        return (lastColumn() - rightSide()) / (Math.max(1, network.readoutTime()) + 0.4);
    }

    double columnPitch() {
        return Math.max(NARROWEST, Math.min(WIDEST * scale(), pitchThatFits()));
    }

    /** How far the columns are moved to the left so that the light is seen. */
    private double scroll() {
        double hidden = firstColumn() + network.readoutTime() * columnPitch() - lastColumn();
        double wanted = firstColumn() + light * columnPitch() - (rightSide() + lastColumn()) / 2;
        return Math.max(0, Math.min(hidden, wanted));
    }

    boolean isScrolled() {
        return firstColumn() + network.readoutTime() * columnPitch() > lastColumn() + 1;
    }

    double columnX(double time) {
        return firstColumn() + time * columnPitch() - scroll();
    }

    double boxWidth() {
        double apart = Math.max(9, Math.min(30, 0.3 * columnPitch()));
        return Math.min(66 * scale(), columnPitch() - apart);
    }

    double boxHeight() {
        return Math.max(14, Math.min(42 * scale(), 0.54 * rowPitch()));
    }

    /** True where a box has room for words. */
    boolean hasWords() {
        return boxWidth() >= TEXT_FROM;
    }

    private void placeCopies(Unrolling unrolling) {
        for (int t = 0; t < unrolling.readoutTime(); t++) {
            for (State state : network.document().states()) {
                if (unrolling.reach().holds(state.name(), t)) {
                    double y = laneY(state.name()) - boxHeight() / 2;
                    boxes.put(
                            new StateAt(state.name(), t),
                            new Box(columnX(t) - boxWidth() / 2, y, boxWidth(), boxHeight()));
                }
            }
        }
        unrolling.readouts().forEach(readout -> used.add(unrolling.readoutSource(readout)));
        for (TimedStep step : unrolling.steps()) {
            steps.put(step, curve(step));
            if (step.runs()) {
                used.add(step.input());
                used.add(step.output());
            }
        }
    }

    /** From the right edge of one box to the left edge of the next column's, as on the stage. */
    private Curve curve(TimedStep step) {
        int span = rows.getOrDefault(step.output().state(), 0)
                - rows.getOrDefault(step.input().state(), 0);
        double port = Integer.signum(span) * 0.22 * boxHeight();
        double x1 = columnX(step.time() - 1) + boxWidth() / 2;
        double x2 = columnX(step.time()) - boxWidth() / 2;
        double y1 = laneY(step.input().state()) - port;
        double y2 = laneY(step.output().state()) + port;
        double reach = (x2 - x1) * 0.62;
        return span == 0 ? Curve.line(x1, y1, x2, y2) : Curve.cubic(x1, y1, x1 + reach, y1, x2 - reach, y2, x2, y2);
    }

    /** The copies of every state, in order of time. */
    Map<StateAt, Box> boxes() {
        return boxes;
    }

    /** False for a copy that no readout depends on. */
    boolean isUsed(StateAt at) {
        return used.contains(at);
    }

    Map<TimedStep, Curve> steps() {
        return steps;
    }

    /** The row of the readout's state. */
    double readoutY() {
        return laneY(network.document().readout().state());
    }

    /** The band of one time step. */
    Box band(int time) {
        double half = Math.min(columnPitch() / 2, boxWidth() / 2 + 9);
        return new Box(columnX(time) - half, lanesTop() - 8, 2 * half, lanesBottom() - lanesTop() + 14);
    }

    Box flag() {
        double half = 34 * scale();
        double x = Math.min(columnX(network.readoutTime()), width - half);
        return new Box(x - half, titleY() - 13 * scale(), 2 * half, 26 * scale());
    }

    /** Where copies may be drawn. */
    Box clip() {
        return new Box(rightSide() - 6, 0, width - rightSide() + 6, height);
    }

    /** What lies under a point. */
    Optional<Item> at(double x, double y) {
        if (x < rightSide() - 6) {
            return graph.at(x, y);
        }
        List<StateAt> hit = new ArrayList<>();
        boxes.forEach((at, box) -> {
            if (box.contains(x, y) && used.contains(at)) {
                hit.add(at);
            }
        });
        if (!hit.isEmpty()) {
            return Optional.of(new Item.OfStateAt(hit.get(0)));
        }
        return steps.entrySet().stream()
                .filter(entry -> entry.getKey().runs() && entry.getValue().distance(x, y) < REACH)
                .findFirst()
                .map(entry -> new Item.OfStep(entry.getKey().step()));
    }
}
