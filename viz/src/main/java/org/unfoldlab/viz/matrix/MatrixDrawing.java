package org.unfoldlab.viz.matrix;

import java.util.OptionalInt;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;

/** The transition matrix outside a window, as the painter of the screen draws it. */
public record MatrixDrawing(DrawnNetwork network) {
    /** The height in px that it wants at that width. */
    public double heightFor(double width, Look look) {
        return MatrixLayout.preferredHeight(network.document(), width, look, 0);
    }

    /** Draws into an area of that size. */
    public void paint(Surface surface, double width, double height, Look look) {
        MatrixShape shape = MatrixLayout.of(network, width, height, look);
        MatrixPainter painter = new MatrixPainter(
                surface, new DrawingStyle(look), network, Selection.NONE, Selection.NONE, OptionalInt.empty());
        painter.paint(shape, painter.titleEnd(shape));
    }
}
