package org.unfoldlab.viz.plot;

import javafx.scene.paint.Color;

/**
 * What a painter may draw on: the screen, an SVG file, a list of calls in a test. Lengths in px, y
 * downwards. Text is placed by the middle of its capital letters.
 */
public interface Surface {
    /** How a text lies to its x. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A straight line. */
    void line(double x1, double y1, double x2, double y2, Stroke stroke);

    /** A line through the first {@code count} points. */
    void polyline(double[] xs, double[] ys, int count, Stroke stroke);

    /** A filled shape through the first {@code count} points. */
    void area(double[] xs, double[] ys, int count, Color color);

    /** A filled rectangle with rounded corners, radius 0 for sharp ones. */
    void fill(Box box, double radius, Color color);

    /** The outline of a rectangle with rounded corners. */
    void outline(Box box, double radius, Stroke stroke);

    /** A filled disc. */
    void dot(double x, double y, double radius, Color color);

    /** One line of text. */
    void text(String text, double x, double y, Align align, TextStyle style);

    /** Width of a text in px. */
    double textWidth(String text, TextStyle style);

    /** Draws so that nothing outside the box is seen. */
    void clipped(Box box, Runnable drawing);

    /** Fills a box with equal cells, by row from the top and column; transparent ones are left out. */
    default void cells(Box box, Color[][] colors) {
        double height = box.height() / colors.length;
        for (int row = 0; row < colors.length; row++) {
            double width = box.width() / colors[row].length;
            for (int column = 0; column < colors[row].length; column++) {
                if (colors[row][column].getOpacity() > 0) {
                    double x = box.x() + column * width;
                    fill(new Box(x, box.y() + row * height, width, height), 0, colors[row][column]);
                }
            }
        }
    }

    /** Fills a box with lines that rise at 45°, {@code gap} px apart along x. */
    default void hatch(Box box, double gap, Stroke stroke) {
        for (double foot = box.x() - box.height() + gap / 2; foot < box.right(); foot += gap) {
            double x1 = Math.max(foot, box.x());
            double x2 = Math.min(foot + box.height(), box.right());
            if (x2 > x1) {
                line(x1, box.bottom() - (x1 - foot), x2, box.bottom() - (x2 - foot), stroke);
            }
        }
    }
}
