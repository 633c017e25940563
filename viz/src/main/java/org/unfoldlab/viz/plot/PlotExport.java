package org.unfoldlab.viz.plot;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/** Takes a plot out of the window: as a drawing with its origin, or as its numbers. */
public final class PlotExport {
    private static final double MARGIN = 16;
    private static final double ROW = 18;
    private static final double LEFT = 40;

    private PlotExport() {}

    /**
     * Draws the plot with its origin underneath, as exports carry it, on the ground of its theme.
     *
     * @param zoom the part of the x axis to show, all of it if empty
     * @param origin run, seed and whatever else makes the drawing repeatable; may be empty
     */
    public static void paint(
            PlotModel model,
            Look look,
            Optional<Zoom> zoom,
            String origin,
            double width,
            double height,
            Surface surface) {
        PlotStyle style = new PlotStyle(look);
        surface.fill(new Box(0, 0, width, height), 0, style.color(Token.BACKGROUND));
        Box area = area(look, origin, width, height);
        PlotPainter.paint(model, look, area, Gutters.FITTING, zoom, surface);
        surface.text(origin, MARGIN, height - MARGIN, Surface.Align.LEFT, style.note());
    }

    /** Draws the map with its origin underneath. */
    public static void paint(HeatMap map, Look look, String origin, double width, double height, Surface surface) {
        PlotStyle style = new PlotStyle(look);
        surface.fill(new Box(0, 0, width, height), 0, style.color(Token.BACKGROUND));
        Box area = area(look, origin, width, height);
        HeatMapPainter.paint(map, look, area, Gutters.fixed(LEFT, rightOf(map, area.width())), surface);
        surface.text(origin, MARGIN, height - MARGIN, Surface.Align.LEFT, style.note());
    }

    /** Room at the right for the half of the last column that lies beyond the axis. */
    private static double rightOf(HeatMap map, double width) {
        double to = map.x().to().orElse(map.last() + 0.5);
        double from = map.x().from().orElse(map.first() - 0.5);
        double beyond = Math.max(0, map.last() + 0.5 - to);
        return Math.max(MARGIN, (width - LEFT) * beyond / (to - from + beyond));
    }

    private static Box area(Look look, String origin, double width, double height) {
        double foot = origin.isEmpty() ? 0 : look.drawingText(ROW);
        return new Box(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN - foot);
    }

    /** The plot in words, for who cannot see it. */
    public static String spoken(PlotModel model) {
        return Figures.spoken(model);
    }

    /** The same as an SVG document; widths of text come from a ruler, e.g. a {@link CanvasSurface}. */
    public static String svg(PlotModel model, Look look, String origin, double width, double height, Surface ruler) {
        SvgSurface svg = new SvgSurface(width, height, ruler);
        paint(model, look, Optional.empty(), origin, width, height, svg);
        return svg.document(model.title(), Figures.spoken(model));
    }

    /**
     * All values as CSV (RFC 4180): a row for each place, a column for each line and each end of a
     * band, full precision, an empty field for an unknown value.
     */
    public static String csv(PlotModel model) {
        String place =
                model.x().label().isEmpty() ? model.x().symbol() : model.x().label();
        Stream<String> names = Figures.lines(model).stream().map(Series::name);
        String head =
                Stream.concat(Stream.of(place), names).map(PlotExport::field).collect(Collectors.joining(","));
        String rows = Figures.places(model).stream().map(x -> row(model, x)).collect(Collectors.joining());
        return head + "\r\n" + rows;
    }

    /** All values as CSV: a row for each channel, a column for each t. */
    public static String csv(HeatMap map) {
        StringBuilder csv = new StringBuilder("row");
        for (int t = map.first(); t <= map.last(); t++) {
            csv.append(",t=").append(t);
        }
        for (int row = 0; row < map.rowCount(); row++) {
            csv.append("\r\n").append(field(map.rowName(row)));
            for (int column = 0; column < map.columnCount(); column++) {
                csv.append(',').append(number(map.value(row, column)));
            }
        }
        return csv.append("\r\n").toString();
    }

    private static String row(PlotModel model, double x) {
        Stream<String> values = Figures.lines(model).stream().map(line -> number(line.at(x)));
        return Stream.concat(Stream.of(number(x)), values).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
