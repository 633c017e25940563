package org.unfoldlab.viz.unrolled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** Draws the rows under the lanes: time, layers deep, test error. */
final class LedgerPainter {
    /** A long ledger is scrolled: what it says stands near the readout, in px. */
    private static final double NEAR_READOUT = 220;

    private static final double POINT = 3.6;

    private final Surface surface;
    private final DrawingStyle style;

    LedgerPainter(Surface surface, DrawingStyle style) {
        this.surface = surface;
        this.style = style;
    }

    /** The names of the rows, which do not scroll. */
    void captions(LedgerShape ledger, ReadoutErrors errors) {
        double told = ledger.told();
        surface.line(
                ledger.captionX(), ledger.lineY(), ledger.lineEnd(), ledger.lineY(), style.pen(Token.LINE, 1, told));
        TextStyle name = style.text(Token.TEXT, 13, TextStyle.Weight.SEMI_BOLD, told);
        TextStyle muted = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, told);
        left("Time t", ledger.captionX(), ledger.timeY(), name);
        ledger.milliseconds().ifPresent(y -> left("Estimated ms", ledger.captionX(), y, name));
        left("Layers deep", ledger.captionX(), ledger.layersY(), name);
        double y = ledger.plot().centerY();
        left("Test error", ledger.captionX(), y - muted.size() * 0.7, name);
        left(errors.caption(), ledger.captionX(), y + muted.size() * 0.7, muted);
    }

    private void left(String text, double x, double y, TextStyle text1) {
        surface.text(text, x, y, Surface.Align.LEFT, text1);
    }

    void paint(LedgerShape ledger, ReadoutErrors errors, Optional<StageFrame.ReadoutShape> readout) {
        for (LedgerShape.Column column : ledger.columns()) {
            if (column.written()) {
                figures(ledger, column);
            }
        }
        hatch(ledger);
        if (errors.isEmpty()) {
            untrained(ledger);
        } else {
            curve(ledger, errors);
        }
        trained(ledger, errors);
    }

    private void figures(LedgerShape ledger, LedgerShape.Column column) {
        boolean readout = column.time() == ledger.readoutTime();
        TextStyle text = readout
                ? style.text(Token.TEXT, 13, TextStyle.Weight.BOLD, ledger.told())
                : style.text(Token.MUTED, 13, TextStyle.Weight.REGULAR, ledger.told());
        figure(Integer.toString(column.time()), column.x(), ledger.timeY(), text, readout);
        String depth =
                column.depth().isPresent() ? Integer.toString(column.depth().getAsInt()) : "–";
        if (column.time() > 0) {
            figure(depth, column.x(), ledger.layersY(), text, readout);
        }
        ledger.milliseconds().ifPresent(y -> milliseconds(column, y, ledger, readout));
    }

    private void milliseconds(LedgerShape.Column column, double y, LedgerShape ledger, boolean readout) {
        TextStyle text = style.text(readout ? Token.TEXT : Token.MUTED, 12, TextStyle.Weight.REGULAR, ledger.told());
        String range = 20 * column.time() + "–" + 50 * column.time();
        if (column.time() > 0 && (readout || surface.textWidth(range, text) < columnGap(ledger) - 6)) {
            figure(range, column.x(), y, text, readout);
        }
    }

    private static double columnGap(LedgerShape ledger) {
        List<LedgerShape.Column> written =
                ledger.columns().stream().filter(LedgerShape.Column::written).toList();
        return written.size() < 2 ? 1000 : written.get(1).x() - written.get(0).x();
    }

    /** Figures on the readout line stand on a ground of their own, which joins that of the next row. */
    private void figure(String text, double x, double y, TextStyle type, boolean onLine) {
        if (onLine) {
            double width = surface.textWidth(text, type) + 6;
            double height = type.size() * 1.9;
            surface.fill(new Box(x - width / 2, y - height / 2, width, height), 0, style.color(Token.BACKGROUND));
        }
        surface.text(text, x, y, Surface.Align.CENTER, type);
    }

    private void hatch(LedgerShape ledger) {
        Box box = ledger.hatched();
        if (box.width() < 4) {
            return;
        }
        surface.clipped(box, () -> surface.hatch(box, 9, style.pen(Token.HATCH, 1, ledger.told())));
        String words = ledger.firstSignal().isPresent()
                ? "No signal until " + ledger.firstSignal().getAsInt()
                : "No signal up to " + ledger.readoutTime();
        TextStyle text = style.text(Token.MUTED, 13, TextStyle.Weight.MEDIUM, ledger.told());
        double width = surface.textWidth(words, text);
        if (width + 12 > box.width()) {
            words = "No signal";
            width = surface.textWidth(words, text);
        }
        if (width + 12 <= box.width()) {
            Box ground =
                    new Box(box.centerX() - width / 2 - 12, box.centerY() - text.size(), width + 24, text.size() * 2);
            surface.fill(ground, 4, DrawingStyle.faded(style.color(Token.BACKGROUND), ledger.told()));
            surface.text(words, box.centerX(), box.centerY(), Surface.Align.CENTER, text);
        }
    }

    private void untrained(LedgerShape ledger) {
        double left = ledger.hatched().width() > 4
                ? ledger.hatched().right()
                : ledger.plot().x();
        double room = ledger.plot().right() - left;
        TextStyle text = style.text(Token.MUTED, 13, TextStyle.Weight.REGULAR, ledger.told());
        String words = "Curves appear here after the first epoch";
        if (surface.textWidth(words, text) > room - 24) {
            words = "Not trained yet";
        }
        if (ledger.firstSignal().isPresent() && surface.textWidth(words, text) <= room - 8) {
            double middle = ledger.plot().right() - Math.min(room / 2, NEAR_READOUT);
            surface.text(words, middle, ledger.plot().centerY(), Surface.Align.CENTER, text);
        }
        surface.line(
                Math.min(left, ledger.plot().right()),
                ledger.plot().bottom(),
                ledger.plot().right(),
                ledger.plot().bottom(),
                style.pen(Token.AXIS, 1, ledger.told()));
    }

    private void curve(LedgerShape ledger, ReadoutErrors errors) {
        double highest = errors.byTime().stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(1);
        double[] xs = new double[ledger.columns().size()];
        double[] ys = new double[xs.length];
        int count = 0;
        List<Integer> times = new ArrayList<>();
        double reach = ledger.plot().x() + ledger.plot().width() * ledger.told() + 0.5;
        for (LedgerShape.Column column : ledger.columns()) {
            OptionalDouble error = errors.at(column.time());
            if (error.isPresent() && column.depth().isPresent() && column.x() <= reach) {
                xs[count] = column.x();
                ys[count++] = y(ledger.plot(), error.getAsDouble(), highest);
                times.add(column.time());
            }
        }
        Color hue = style.look().tokens().run(Math.max(1, errors.run()));
        if (count > 1) {
            Dash dash = Dash.run(Math.max(1, errors.run()));
            surface.polyline(xs, ys, count, new Stroke(hue, style.look().stroke(3), dash));
        }
        for (int i = 0; i < count; i++) {
            point(ledger, errors, times.get(i), xs[i], ys[i], hue);
        }
    }

    private static double y(Box plot, double error, double highest) {
        return plot.bottom() - (plot.height() - 4) * error / Math.max(highest, 1e-9);
    }

    private void point(LedgerShape ledger, ReadoutErrors errors, int time, double x, double y, Color hue) {
        boolean readout = time == ledger.readoutTime();
        double radius = style.look().stroke(readout ? POINT + 2 : POINT);
        surface.dot(x, y, radius + 1.4, style.color(Token.BACKGROUND));
        surface.dot(x, y, radius, hue);
        Optional<String> words = StagePainter.percent(errors.at(time), readout);
        TextStyle text = readout
                ? style.text(Token.TEXT, 15, TextStyle.Weight.BOLD, 1)
                : style.text(Token.TEXT, 12, TextStyle.Weight.REGULAR, 1);
        if (words.isEmpty()) {
            return;
        }
        boolean first = OptionalDouble.empty().equals(errors.at(time - 1));
        if (readout) {
            surface.text(words.get(), x + 13, y, Surface.Align.LEFT, text);
        } else if (first) {
            surface.text(words.get(), x - 9, y, Surface.Align.RIGHT, text);
        } else if (surface.textWidth(words.get(), text) < columnGap(ledger) - 4) {
            surface.text(words.get(), x, y - text.size() * 1.15, Surface.Align.CENTER, text);
        }
    }

    /** The trained T keeps its own tick when the readout moves away. */
    private void trained(LedgerShape ledger, ReadoutErrors errors) {
        if (errors.trainedTime().isEmpty() || errors.trainedTime().getAsInt() >= ledger.readoutTime()) {
            return;
        }
        int trained = errors.trainedTime().getAsInt();
        double x = ledger.columns().get(trained).x();
        Stroke tick = new Stroke(style.color(Token.CONTROL_BORDER), 1.25, Dash.DASHES);
        surface.line(x, ledger.plot().y() - 2, x, ledger.plot().bottom(), tick);
        TextStyle text = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, ledger.told());
        surface.text("trained", x + 4, ledger.plot().bottom() - text.size() * 0.6, Surface.Align.LEFT, text);
    }
}
