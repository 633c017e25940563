package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/** Writes down what is drawn. Text is as wide as 0.55 text sizes a letter. */
final class RecordingSurface implements Surface {
    record Line(double x1, double y1, double x2, double y2, Stroke stroke) {}

    record Curve(double[] xs, double[] ys, Stroke stroke) {}

    record Dot(double x, double y, double radius, Color color) {}

    record Words(String text, Box box, TextStyle style) {}

    final List<Line> lines = new ArrayList<>();
    final List<Curve> curves = new ArrayList<>();
    final List<Curve> areas = new ArrayList<>();
    final List<Dot> dots = new ArrayList<>();
    final List<Words> texts = new ArrayList<>();
    final List<Box> hatches = new ArrayList<>();
    final List<Color> colors = new ArrayList<>();
    final List<Box> fills = new ArrayList<>();

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        lines.add(new Line(x1, y1, x2, y2, stroke));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        curves.add(new Curve(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), stroke));
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color color) {
        areas.add(new Curve(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), Stroke.solid(color, 1)));
    }

    @Override
    public void fill(Box box, double radius, Color color) {
        fills.add(box);
        colors.add(color);
    }

    @Override
    public void outline(Box box, double radius, Stroke stroke) {
        fills.add(box);
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        dots.add(new Dot(x, y, radius, color));
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style) {
        if (!text.isEmpty()) {
            double width = textWidth(text, style);
            double left = switch (align) {
                case LEFT -> x;
                case CENTER -> x - width / 2;
                case RIGHT -> x - width;
            };
            texts.add(new Words(text, new Box(left, y - style.size() * 0.5, width, style.size()), style));
        }
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return text.length() * 0.55 * style.size();
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        drawing.run();
    }

    @Override
    public void hatch(Box box, double gap, Stroke stroke) {
        hatches.add(box);
    }

    List<String> said() {
        return texts.stream().map(Words::text).toList();
    }

    Words words(String text) {
        return texts.stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not said: " + text + " in " + said()));
    }
}
