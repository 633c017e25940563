package org.unfoldlab.viz.export;

import javafx.scene.paint.Color;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;

/**
 * Draws on another surface, moved: so a painter that begins at (0, 0) can stand anywhere on a page.
 *
 * @param dx to the right, px
 * @param dy downwards, px
 */
record OffsetSurface(Surface target, double dx, double dy) implements Surface {
    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        target.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        target.polyline(moved(xs, count, dx), moved(ys, count, dy), count, stroke);
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color color) {
        target.area(moved(xs, count, dx), moved(ys, count, dy), count, color);
    }

    private static double[] moved(double[] values, int count, double by) {
        double[] moved = new double[count];
        for (int i = 0; i < count; i++) {
            moved[i] = values[i] + by;
        }
        return moved;
    }

    @Override
    public void fill(Box box, double radius, Color color) {
        target.fill(moved(box), radius, color);
    }

    @Override
    public void outline(Box box, double radius, Stroke stroke) {
        target.outline(moved(box), radius, stroke);
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        target.dot(x + dx, y + dy, radius, color);
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style) {
        target.text(text, x + dx, y + dy, align, style);
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return target.textWidth(text, style);
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        target.clipped(moved(box), drawing);
    }

    @Override
    public void cells(Box box, Color[][] colors) {
        target.cells(moved(box), colors);
    }

    private Box moved(Box box) {
        return new Box(box.x() + dx, box.y() + dy, box.width(), box.height());
    }
}
