package org.unfoldlab.viz.equivalence;

import java.util.List;
import org.unfoldlab.model.equivalence.linear.Eigenvalue;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** Draws the complex plane around 0 with the unit circle, and eigenvalues of K+I and of K on it. */
final class PlanePainter {
    private static final double REACH = 1.45;
    private static final int ROUND = 120;

    private final Surface surface;
    private final DrawingStyle style;
    private final double width;
    private final double height;
    private final double unit;

    PlanePainter(Surface surface, DrawingStyle style, double width, double height) {
        this.surface = surface;
        this.style = style;
        this.width = width;
        this.height = height;
        unit = Math.max(1, Math.min(width, height) / 2 - 12) / REACH;
    }

    double[] place(Eigenvalue value) {
        return new double[] {width / 2 + value.real() * unit, height / 2 - value.imaginary() * unit};
    }

    Eigenvalue value(double x, double y) {
        double real = Math.max(-REACH, Math.min(REACH, (x - width / 2) / unit));
        double imaginary = Math.max(-REACH, Math.min(REACH, (height / 2 - y) / unit));
        return new Eigenvalue(real, imaginary);
    }

    void paint(List<Eigenvalue> values, boolean few, int chosen) {
        ground();
        if (few) {
            values.forEach(value -> plain(value.withoutIdentity()));
        }
        for (int i = 0; i < values.size(); i++) {
            whole(values.get(i), few, i == chosen, i + 1);
        }
        legend(few);
    }

    private void ground() {
        double[] xs = new double[ROUND + 1];
        double[] ys = new double[ROUND + 1];
        for (int i = 0; i <= ROUND; i++) {
            double angle = 2 * Math.PI * i / ROUND;
            xs[i] = width / 2 + unit * Math.cos(angle);
            ys[i] = height / 2 + unit * Math.sin(angle);
        }
        surface.area(xs, ys, ROUND, style.color(Token.RAISED));
        double span = REACH * unit;
        surface.line(width / 2 - span, height / 2, width / 2 + span, height / 2, style.pen(Token.AXIS, 1, 1));
        surface.line(width / 2, height / 2 - span, width / 2, height / 2 + span, style.pen(Token.AXIS, 1, 1));
        surface.polyline(xs, ys, ROUND + 1, style.pen(Token.CONTROL, 2, 1));
        TextStyle tick = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
        surface.text("1", width / 2 + unit - 6, height / 2 + 11, Surface.Align.RIGHT, tick);
        surface.text("i", width / 2 + 5, height / 2 - unit - 9, Surface.Align.LEFT, tick);
        surface.text("decays", width / 2 - unit * 0.62, height / 2 + unit * 0.5, Surface.Align.CENTER, tick);
        surface.text("explodes", width / 2 - unit * 1.06, height / 2 + unit * 1.16, Surface.Align.CENTER, tick);
    }

    private void plain(Eigenvalue value) {
        double[] at = place(value);
        if (Math.abs(value.real()) <= REACH && Math.abs(value.imaginary()) <= REACH) {
            double r = 5;
            Box box = new Box(at[0] - r, at[1] - r, 2 * r, 2 * r);
            surface.fill(box, 1, style.color(Token.BACKGROUND));
            surface.outline(box, 1, new Stroke(style.color(Token.MUTED), 1.8, Dash.SOLID));
        }
    }

    private void whole(Eigenvalue value, boolean few, boolean chosen, int number) {
        double[] at = place(value);
        Token token = switch (value.fate()) {
            case DECAYS -> Token.FEEDFORWARD;
            case PERSISTS -> Token.LATERAL;
            case EXPLODES -> Token.FEEDBACK;
        };
        if (!few) {
            surface.dot(at[0], at[1], 2.6, DrawingStyle.faded(style.color(token), 0.8));
            return;
        }
        if (chosen) {
            surface.dot(at[0], at[1], 14, style.color(Token.TEXT));
            surface.dot(at[0], at[1], 12, style.color(Token.MARKER));
        }
        surface.dot(at[0], at[1], 9, style.color(Token.BACKGROUND));
        surface.dot(at[0], at[1], 7.5, style.color(token));
        surface.text(
                "λ" + number,
                at[0] + 13,
                at[1] - 12,
                Surface.Align.LEFT,
                style.text(Token.TEXT, 13, TextStyle.Weight.SEMI_BOLD, 1));
    }

    private void legend(boolean few) {
        TextStyle text = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
        double y = 10;
        surface.dot(7, y, few ? 5 : 2.6, style.color(Token.FEEDFORWARD));
        surface.text(few ? "of K+I" : "of K+I, one a wave", 18, y, Surface.Align.LEFT, text);
        if (few) {
            Box box = new Box(2, y + 13, 10, 10);
            surface.outline(box, 1, new Stroke(style.color(Token.MUTED), 1.8, Dash.SOLID));
            surface.text("of K alone", 18, y + 18, Surface.Align.LEFT, text);
        }
    }
}
