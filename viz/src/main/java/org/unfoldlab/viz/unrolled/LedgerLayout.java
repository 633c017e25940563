package org.unfoldlab.viz.unrolled;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.plot.Box;

/** Places the ledger's rows on the columns of the lanes. */
final class LedgerLayout {
    private static final double RISE = 10;
    /** Ledger height from which the estimated milliseconds have a row. */
    private static final double ROOM_FOR_MILLISECONDS = 110;

    private LedgerLayout() {}

    static LedgerShape of(DrawnNetwork network, StageMetrics metrics, double told, double scroll) {
        double row = metrics.look().drawingText(12) * 1.8;
        double top = metrics.ledgerTop() + (1 - told) * RISE;
        boolean milliseconds =
                metrics.ledgerHeight() >= ROOM_FOR_MILLISECONDS * metrics.look().scale();
        double timeY = top + 15 * metrics.look().scale();
        double layersY = timeY + row * (milliseconds ? 2 : 1);
        double plotTop = layersY + row * 0.95;
        double plotBottom = metrics.ledgerBottom() + (1 - told) * RISE;
        Box plot = new Box(
                metrics.firstColumn() - scroll,
                plotTop,
                metrics.columnX(metrics.readoutTime()) - metrics.firstColumn(),
                Math.max(10, plotBottom - plotTop));
        return new LedgerShape(
                metrics.cardLeft(),
                top,
                Math.max(metrics.columnX(metrics.readoutTime()) - scroll + 40, metrics.cardLeft() + 120),
                timeY,
                layersY,
                milliseconds ? OptionalDouble.of(timeY + row) : OptionalDouble.empty(),
                columns(network, metrics, scroll),
                plot,
                hatched(network, metrics, plot),
                network.firstSignal(),
                metrics.readoutTime(),
                told);
    }

    private static Box hatched(DrawnNetwork network, StageMetrics metrics, Box plot) {
        double pitch = metrics.columnPitch();
        double left = plot.x() - 0.3 * pitch;
        int silent = network.firstSignal().orElse(metrics.readoutTime() + 1);
        double right = plot.x() + (silent - 0.58) * pitch;
        return new Box(left, plot.y(), Math.max(0, right - left), plot.height());
    }

    private static List<LedgerShape.Column> columns(DrawnNetwork network, StageMetrics metrics, double scroll) {
        List<LedgerShape.Column> columns = new ArrayList<>();
        int last = metrics.readoutTime();
        double figure = metrics.look().drawingText(13) * 2.2;
        int stride = Math.max(1, (int) Math.ceil(figure / metrics.columnPitch()));
        for (int t = 0; t <= last; t++) {
            OptionalInt depth = t < network.depths().size() ? network.depths().get(t) : OptionalInt.empty();
            double x = metrics.columnX(t) - scroll;
            boolean whole = scroll == 0 || x - 0.3 * figure >= metrics.imageX() + metrics.imageSize();
            boolean written = t == last || t % stride == 0 && (last - t) * metrics.columnPitch() >= figure && whole;
            columns.add(new LedgerShape.Column(t, x, written, depth));
        }
        return columns;
    }
}
