package org.unfoldlab.viz.plot;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.viz.theme.Look;

/** Finds the place of title, axes and drawing area, and the scales. */
final class PlotLayout {
    private static final double TITLE_ROW = 26;
    private static final double TICK_ROW = 20;
    private static final double LABEL_ROW = 16;
    private static final double FLAG = 8;
    private static final double GAP = 8;
    private static final double TICK_PITCH_X = 70;
    private static final double TICK_SPACE = 14;
    private static final int MOST_ROWS = 5;
    private static final int COUNTABLE = 24;
    private static final double TICK_PITCH_Y = 30;
    private static final double SMALLEST = 20;

    /** Where the names of the lines stand. */
    enum Names {
        AT_LINES,
        IN_GUTTER,
        LEGEND
    }

    private final PlotModel model;
    private final Look look;
    private final Surface surface;
    private final Gutters gutters;

    PlotLayout(PlotModel model, Look look, Surface surface, Gutters gutters) {
        this.model = model;
        this.look = look;
        this.surface = surface;
        this.gutters = gutters;
    }

    /** The ways to place names, best first; a fixed gutter cannot take them. */
    List<Names> attempts() {
        return gutters.right().isPresent()
                ? List.of(Names.AT_LINES, Names.LEGEND)
                : List.of(Names.AT_LINES, Names.IN_GUTTER, Names.LEGEND);
    }

    /** The frame on that area with room for the names. */
    Frame frame(Box area, Optional<Zoom> zoom, Names names) {
        double scale = look.scale();
        double titleRow = model.title().isEmpty() && model.unit().isEmpty() ? GAP : TITLE_ROW * scale;
        double legendRow = names == Names.LEGEND ? new Legend(model, look, surface).height(area.width()) : 0;
        double top = area.y() + titleRow + legendRow + GAP / 2 + (hasFlag() ? FLAG * scale : 0);
        double bottom = area.bottom()
                - look.drawingText(TICK_ROW)
                - look.drawingText(LABEL_ROW) * (model.tickRows().size() + (hasCaption() ? 1 : 0));
        bottom = Math.max(bottom, top + SMALLEST);
        Ranges.Range xRange = Ranges.x(model, zoom);
        int wantedY = Math.min(MOST_ROWS, wanted(bottom - top, TICK_PITCH_Y * scale));
        Ranges.Range yRange = Ranges.y(model, xRange, wantedY);
        double[] yTicks = ticks(model.y(), yRange, wantedY);
        double left = area.x() + gutters.left().orElseGet(() -> Math.max(widest(yTicks), besideTickRows()) + GAP);
        double right = Math.max(
                area.right()
                        - gutters.right().orElseGet(() -> names == Names.IN_GUTTER ? widestName() + 2 * GAP : 2 * GAP),
                left + SMALLEST);
        double[] xTicks = ticks(model.x(), xRange, wantedX(xRange, right - left));
        return new Frame(
                area,
                new Box(left, top, right - left, bottom - top),
                new Scale(xRange.lo(), xRange.hi(), model.x().log(), left, right),
                new Scale(yRange.lo(), yRange.hi(), model.y().log(), bottom, top),
                xTicks,
                yTicks,
                new Box(area.x(), area.y() + titleRow, area.width(), legendRow));
    }

    private boolean hasFlag() {
        return model.marks().stream()
                .anyMatch(
                        mark -> mark.kind() == Mark.Kind.READOUT && !mark.text().isEmpty());
    }

    private boolean hasCaption() {
        return !model.x().caption().isEmpty();
    }

    private static int wanted(double length, double pitch) {
        return (int) Math.max(2, Math.min(12, Math.floor(length / pitch)));
    }

    /** Few whole numbers are all said, if they fit; others as often as is easy to read. */
    private int wantedX(Ranges.Range range, double length) {
        double count = range.hi() - range.lo();
        double each = widest(new double[] {range.lo(), range.hi()}) + TICK_SPACE * look.scale();
        if (model.x().whole() && count <= COUNTABLE) {
            return count * each <= length ? COUNTABLE : wanted(length, 1.6 * each);
        }
        return wanted(length, TICK_PITCH_X * look.scale());
    }

    private static double[] ticks(Axis axis, Ranges.Range range, int wanted) {
        return axis.log()
                ? Ticks.log(range.lo(), range.hi(), wanted)
                : Ticks.linear(range.lo(), range.hi(), wanted, axis.whole());
    }

    /** Room for the labels of tick rows and half of what they say at the first tick. */
    private double besideTickRows() {
        TextStyle style = new PlotStyle(look).axis();
        double widest = 0;
        for (TickRow row : model.tickRows()) {
            double text = row.texts().values().stream()
                    .mapToDouble(one -> surface.textWidth(one, style))
                    .max()
                    .orElse(0);
            widest = Math.max(widest, surface.textWidth(row.label(), style) + GAP + text / 2);
        }
        return widest;
    }

    private double widestName() {
        PlotStyle style = new PlotStyle(look);
        return model.series().stream()
                .filter(Series::isNamed)
                .mapToDouble(line -> surface.textWidth(line.name(), style.label(line.style())))
                .max()
                .orElse(0);
    }

    private double widest(double[] ticks) {
        TextStyle style = new PlotStyle(look).axis();
        double widest = 0;
        for (double tick : ticks) {
            widest = Math.max(widest, surface.textWidth(Numbers.significant(tick), style));
        }
        return Math.ceil(widest);
    }
}
