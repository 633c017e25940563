package org.unfoldlab.viz.matrix;

import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.WindowEdits;

/** A drag of one end of a cell's time bar. */
final class BarDrag {
    private final MatrixCell cell;
    private final BarShape bar;
    private final WindowEdits.Side side;
    private int reached;

    private BarDrag(MatrixCell cell, BarShape bar, WindowEdits.Side side, int start) {
        this.cell = cell;
        this.bar = bar;
        this.side = side;
        reached = start;
    }

    /** Takes hold of the nearer end, if the pointer is on the bar. */
    static Optional<BarDrag> begin(MatrixView matrix, MatrixCell cell, double x, double y) {
        Optional<MatrixShape.Line> line = cell.shape().flatMap(shape -> shape.lineAt(y));
        if (line.isEmpty() || !line.get().bar().contains(x, y)) {
            return Optional.empty();
        }
        BarShape bar = line.get().bar();
        OptionalInt pressed = bar.timeAt(x);
        TimeBar times = TimeBar.of(matrix.networkProperty().get(), line.get().transition());
        if (times.ends().isEmpty() || pressed.isEmpty()) {
            return Optional.empty();
        }
        int first = times.ends().get().first();
        int last = times.ends().get().last();
        int at = pressed.getAsInt();
        WindowEdits.Side side = at - first < last - at ? WindowEdits.Side.FIRST : WindowEdits.Side.LAST;
        return Optional.of(new BarDrag(cell, bar, side, side == WindowEdits.Side.FIRST ? first : last));
    }

    /** Follows the pointer, one step at a time. */
    void to(double x) {
        OptionalInt at = bar.timeAt(x);
        if (at.isPresent() && at.getAsInt() != reached) {
            cell.moveWindow(side, at.getAsInt() - reached);
            reached = at.getAsInt();
        }
    }
}
