package org.unfoldlab.viz.unrolled;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionOrder;
import org.unfoldlab.viz.graph.BoardFit;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.EdgeShape;
import org.unfoldlab.viz.graph.GraphPlacement;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;

/**
 * The stage outside a window: the folded graph, or lanes with their ledger, as the painter of the screen draws them.
 *
 * @param errors in the ledger
 * @param fold 0 folded, 1 unfolded
 */
public record StageDrawing(DrawnNetwork network, ReadoutErrors errors, double fold) {
    /** The folded graph. */
    public static StageDrawing folded(DrawnNetwork network) {
        return new StageDrawing(network, ReadoutErrors.NONE, 0);
    }

    /** Lanes and ledger. */
    public static StageDrawing unfolded(DrawnNetwork network, ReadoutErrors errors) {
        return new StageDrawing(network, errors, 1);
    }

    /** The width in px, at least the one asked for, at which nothing needs to be scrolled. */
    public double widthFor(double wanted, double height, Look look) {
        double width = wanted;
        if (fold > 0) {
            for (int i = 0; i < 50 && overflow(width, height, look) > 0.5; i++) {
                width += overflow(width, height, look);
            }
        }
        return width;
    }

    private double overflow(double width, double height, Look look) {
        return StageLayout.of(network, width, height, look).scrollRange();
    }

    /** The transitions beside whose edges there is no room for what they do, in an area of that size; in the order of their letters. */
    public List<Transition> unlabelled(double width, double height, Look look) {
        List<Transition> unlabelled = layout(width, height, look).at(fold, 0).graph().edges().stream()
                .filter(edge -> !edge.label().shown())
                .map(EdgeShape::transition)
                .toList();
        return TransitionOrder.lettered(network.document()).stream()
                .filter(unlabelled::contains)
                .toList();
    }

    private StageLayout layout(double width, double height, Look look) {
        if (fold > 0) {
            return StageLayout.of(network, width, height, look);
        }
        double all = heightWithLedger(width, height, look);
        return StageLayout.of(network, width, all, look, 1, fitting(width, height, all, look), List.of());
    }

    /** Draws into an area of that size; the folded graph uses all of it, without the room of the ledger. */
    public void paint(Surface surface, double width, double height, Look look) {
        StageLayout layout = layout(width, height, look);
        StageFrame frame = layout.at(fold, 0);
        new StagePainter(
                        surface,
                        new DrawingStyle(look),
                        network,
                        layout.metrics(),
                        Selection.NONE,
                        Selection.NONE,
                        true)
                .paint(frame, errors, layout.lanesClip(fold));
    }

    /** The free graph spread over the whole area, not over the taller stage that it is taken from. */
    private Optional<BoardFit> fitting(double width, double height, double all, Look look) {
        GraphPlacement placement = StageLayout.of(network, width, all, look).placement();
        Box area = new Box(0, 0, width, height);
        return Optional.of(
                BoardFit.of(GraphPlacement.positions(network.document()).values(), placement.lanes(), area));
    }

    /** The height of a stage whose board alone is as high as asked for. */
    private double heightWithLedger(double width, double board, Look look) {
        double height = board;
        for (int i = 0; i < 8; i++) {
            StageMetrics metrics = StageLayout.of(network, width, height, look).metrics();
            height = board + height - metrics.ledgerTop();
        }
        return height;
    }
}
