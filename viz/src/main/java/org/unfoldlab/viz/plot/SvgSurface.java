package org.unfoldlab.viz.plot;

import java.util.Locale;
import javafx.scene.paint.Color;
import org.unfoldlab.viz.theme.Fonts;

/**
 * Draws into an SVG 1.1 document. Text stays text in the bundled families; who reads the file
 * without them sees another sans serif. Widths of text come from a ruler, e.g. a {@link
 * CanvasSurface}, so that the drawing is the one on the screen.
 */
public final class SvgSurface implements Surface {
    /** About as wide as Inter, where that is absent: a reader may not keep to {@code textLength}. */
    private static final String OTHERS = ", Helvetica, Arial, 'DejaVu Sans Condensed', sans-serif";

    private final double width;
    private final double height;
    private final Surface ruler;
    private final StringBuilder body = new StringBuilder();
    private int clips;

    /** An empty document of that size in px. */
    public SvgSurface(double width, double height, Surface ruler) {
        this.width = width;
        this.height = height;
        this.ruler = ruler;
    }

    /** The finished document. */
    public String document(String title, String description) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
                + attribute("width", width)
                + attribute("height", height)
                + String.format(Locale.ROOT, " viewBox=\"0 0 %s %s\">%n", number(width), number(height))
                + "<title>" + escaped(title) + "</title>\n<desc>" + escaped(description) + "</desc>\n"
                + body
                + "</svg>\n";
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        element(
                "line",
                attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2) + pen(stroke));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        element("polyline", points(xs, ys, count) + " fill=\"none\" stroke-linejoin=\"round\"" + pen(stroke));
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color color) {
        element("polygon", points(xs, ys, count) + paint("fill", color));
    }

    private static String points(double[] xs, double[] ys, int count) {
        StringBuilder points = new StringBuilder(" points=\"");
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return points.append('"').toString();
    }

    @Override
    public void fill(Box box, double radius, Color color) {
        element("rect", rectangle(box, radius) + paint("fill", color));
    }

    @Override
    public void outline(Box box, double radius, Stroke stroke) {
        element("rect", rectangle(box, radius) + " fill=\"none\"" + pen(stroke));
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        element("circle", attribute("cx", x) + attribute("cy", y) + attribute("r", radius) + paint("fill", color));
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style) {
        if (text.isEmpty()) {
            return;
        }
        String anchor = switch (align) {
            case LEFT -> "start";
            case CENTER -> "middle";
            case RIGHT -> "end";
        };
        body.append("<text")
                .append(attribute("x", x))
                .append(attribute("y", y + CanvasSurface.HALF_CAPITAL * style.size()))
                .append(" font-family=\"")
                .append(style.weight() == TextStyle.Weight.MONO ? Fonts.MONO + ", monospace" : Fonts.INTER + OTHERS)
                .append('"')
                .append(attribute("font-size", style.size()))
                .append(attribute("font-weight", style.weight().css()))
                .append(" text-anchor=\"")
                .append(anchor)
                .append('"')
                // Another font than ours keeps to the room of ours.
                .append(attribute("textLength", textWidth(text, style)))
                .append(" lengthAdjust=\"spacingAndGlyphs\"")
                .append(paint("fill", style.color()))
                .append('>')
                .append(escaped(text))
                .append("</text>\n");
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return ruler.textWidth(text, style);
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        String id = "clip" + ++clips;
        body.append("<clipPath id=\"")
                .append(id)
                .append("\"><rect")
                .append(rectangle(box, 0))
                .append("/></clipPath>\n");
        body.append("<g clip-path=\"url(#").append(id).append(")\">\n");
        drawing.run();
        body.append("</g>\n");
    }

    /** Sharp edges, so that no seams show between the cells. */
    @Override
    public void cells(Box box, Color[][] colors) {
        body.append("<g shape-rendering=\"crispEdges\">\n");
        Surface.super.cells(box, colors);
        body.append("</g>\n");
    }

    private void element(String name, String attributes) {
        body.append('<').append(name).append(attributes).append("/>\n");
    }

    private static String rectangle(Box box, double radius) {
        return attribute("x", box.x())
                + attribute("y", box.y())
                + attribute("width", box.width())
                + attribute("height", box.height())
                + (radius > 0 ? attribute("rx", radius) : "");
    }

    private static String pen(Stroke stroke) {
        StringBuilder pen = new StringBuilder(paint("stroke", stroke.color()));
        pen.append(attribute("stroke-width", stroke.width()));
        double[] pattern = stroke.dash().pattern(stroke.width());
        if (pattern.length > 0) {
            pen.append(" stroke-dasharray=\"");
            for (int i = 0; i < pattern.length; i++) {
                pen.append(i == 0 ? "" : " ").append(number(pattern[i]));
            }
            pen.append('"');
        }
        boolean round = stroke.dash() == Dash.SOLID || stroke.dash() == Dash.DOTS;
        return pen.append(round ? " stroke-linecap=\"round\"" : "").toString();
    }

    private static String paint(String name, Color color) {
        String rgb = String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
        String opaque = " " + name + "=\"" + rgb + "\"";
        return color.getOpacity() < 1 ? opaque + attribute(name + "-opacity", color.getOpacity()) : opaque;
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    /** Two decimals are finer than any printer; no trailing zeros. */
    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
