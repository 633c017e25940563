package org.unfoldlab.viz.graph;

import java.util.Collection;
import java.util.Map;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.viz.plot.Box;

/**
 * How canvas units become px on the board: x·scale + shiftX, y·scale + shiftY. Cards keep their size.
 *
 * @param scale px for one canvas unit
 */
public record BoardFit(double scale, double shiftX, double shiftY) {
    /** Room around the outermost cards for loops and functions, in px. */
    private static final double MARGIN = 12;

    /** Distance of the grid's points, in canvas units. */
    public static final double GRID = 20;

    /** A small graph spreads to this scale on a large board. */
    private static final double ROOMIEST = 1.5;

    private static final double SMALLEST = 0.3;
    private static final double LARGEST = 3;

    /** Shows all places, in the middle of the board. */
    public static BoardFit of(Collection<Layout.Position> places, Map<String, Box> lanes, Box board) {
        Box card = lanes.values().stream().findFirst().orElse(new Box(0, 0, 118, 44));
        double left = extreme(places, true, false);
        double right = extreme(places, true, true);
        double top = extreme(places, false, false);
        double bottom = extreme(places, false, true);
        double wide = board.width() - 2 * card.centerX();
        double high = board.height() - card.height() - 2 * MARGIN;
        double fitting = Math.min(wide / Math.max(1, right - left), high / Math.max(1, bottom - top));
        double scale = Math.max(SMALLEST, Math.min(ROOMIEST, fitting));
        return new BoardFit(
                scale, board.centerX() - scale * (left + right) / 2, board.centerY() - scale * (top + bottom) / 2);
    }

    private static double extreme(Collection<Layout.Position> places, boolean alongX, boolean largest) {
        return places.stream()
                .mapToDouble(place -> alongX ? place.x() : place.y())
                .reduce((a, b) -> largest ? Math.max(a, b) : Math.min(a, b))
                .orElse(0);
    }

    /** The card of a state at that place, as large as its card in the lanes. */
    Box card(Layout.Position place, Box lane) {
        double x = place.x() * scale + shiftX;
        double y = place.y() * scale + shiftY;
        return new Box(x - lane.width() / 2, y - lane.height() / 2, lane.width(), lane.height());
    }

    /** Where an x of the canvas lies on the board. */
    public double x(double canvasX) {
        return canvasX * scale + shiftX;
    }

    /** Where a y of the canvas lies on the board. */
    public double y(double canvasY) {
        return canvasY * scale + shiftY;
    }

    /** The nearest point of the grid on the canvas. */
    public static double snapped(double canvas) {
        return Math.rint(canvas / GRID) * GRID;
    }

    /** The place on the canvas of a point on the board, on the grid. */
    public Layout.Position gridPlace(double x, double y) {
        Layout.Position place = place(x, y);
        return new Layout.Position(snapped(place.x()), snapped(place.y()));
    }

    /** The place on the canvas of a point on the board. */
    public Layout.Position place(double x, double y) {
        return new Layout.Position((x - shiftX) / scale, (y - shiftY) / scale);
    }

    /** Shifted by that many px. */
    public BoardFit panned(double dx, double dy) {
        return new BoardFit(scale, shiftX + dx, shiftY + dy);
    }

    /** Larger or smaller by a factor, a point of the board staying where it is. */
    public BoardFit zoomed(double factor, double x, double y) {
        double next = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
        double by = next / scale;
        return new BoardFit(next, x + (shiftX - x) * by, y + (shiftY - y) * by);
    }
}
