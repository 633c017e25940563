package org.unfoldlab.viz.export;

import javafx.scene.paint.Color;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;

/** Measures text by the fonts' files and draws nothing. */
public record Ruler(Typefaces typefaces) implements Surface {
    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {}

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {}

    @Override
    public void area(double[] xs, double[] ys, int count, Color color) {}

    @Override
    public void fill(Box box, double radius, Color color) {}

    @Override
    public void outline(Box box, double radius, Stroke stroke) {}

    @Override
    public void dot(double x, double y, double radius, Color color) {}

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style) {}

    @Override
    public double textWidth(String text, TextStyle style) {
        return typefaces.width(text, style);
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        drawing.run();
    }
}
