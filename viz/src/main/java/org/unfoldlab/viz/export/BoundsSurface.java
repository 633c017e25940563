package org.unfoldlab.viz.export;

import javafx.scene.paint.Color;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;

/** Draws nothing and remembers how far the drawing reaches. */
final class BoundsSurface implements Surface {
    private final Surface ruler;
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    /** @param ruler measures text */
    BoundsSurface(Surface ruler) {
        this.ruler = ruler;
    }

    /** The smallest box that holds everything; empty at (0, 0) if nothing was drawn. */
    Box bounds() {
        return left > right ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
    }

    private void reach(double x, double y, double around) {
        left = Math.min(left, x - around);
        right = Math.max(right, x + around);
        top = Math.min(top, y - around);
        bottom = Math.max(bottom, y + around);
    }

    private void reach(Box box, double around) {
        reach(box.x(), box.y(), around);
        reach(box.right(), box.bottom(), around);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        reach(x1, y1, stroke.width() / 2);
        reach(x2, y2, stroke.width() / 2);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        for (int i = 0; i < count; i++) {
            reach(xs[i], ys[i], stroke.width() / 2);
        }
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color color) {
        for (int i = 0; i < count; i++) {
            reach(xs[i], ys[i], 0);
        }
    }

    @Override
    public void fill(Box box, double radius, Color color) {
        reach(box, 0);
    }

    @Override
    public void outline(Box box, double radius, Stroke stroke) {
        reach(box, stroke.width() / 2);
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        reach(x, y, radius);
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style) {
        double width = textWidth(text, style);
        double from = switch (align) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        };
        reach(new Box(from, y - style.size() / 2, width, style.size()), 0);
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return ruler.textWidth(text, style);
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        drawing.run();
    }
}
