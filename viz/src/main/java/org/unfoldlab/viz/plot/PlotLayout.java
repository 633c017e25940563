package org.unfoldlab.viz.plot;

import java.util.Optional;
import org.unfoldlab.viz.theme.Look;

/** Finds the place of title, axes and drawing area, and the scales. */
final class PlotLayout {
    private static final double TITLE_ROW = 26;
    private static final double TICK_ROW = 20;
    private static final double LABEL_ROW = 16;
    private static final double LEGEND_ROW = 20;
    private static final double GAP = 8;
    private static final double TICK_PITCH_X = 46;
    private static final double TICK_PITCH_Y = 34;
    private static final double SMALLEST = 20;

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

    /** The frame on that area, with a legend row or without. */
    Frame frame(Box area, Optional<Zoom> zoom, boolean legend) {
        double scale = look.scale();
        double titleRow = model.title().isEmpty() && model.unit().isEmpty() ? GAP : TITLE_ROW * scale;
        double legendRow = legend ? LEGEND_ROW * scale : 0;
        double top = area.y() + titleRow + legendRow + GAP / 2;
        double bottom = area.bottom() - look.drawingText(TICK_ROW) - (hasCaption() ? look.drawingText(LABEL_ROW) : 0);
        bottom = Math.max(bottom, top + SMALLEST);
        Ranges.Range xRange = Ranges.x(model, zoom);
        int wantedY = wanted(bottom - top, TICK_PITCH_Y * scale);
        Ranges.Range yRange = Ranges.y(model, xRange, wantedY);
        double[] yTicks = ticks(model.y(), yRange, wantedY);
        double left = area.x() + gutters.left().orElseGet(() -> widest(yTicks) + GAP);
        double right = Math.max(area.right() - gutters.right().orElse(2 * GAP), left + SMALLEST);
        double[] xTicks = ticks(model.x(), xRange, wanted(right - left, TICK_PITCH_X * scale));
        return new Frame(
                area,
                new Box(left, top, right - left, bottom - top),
                new Scale(xRange.lo(), xRange.hi(), model.x().log(), left, right),
                new Scale(yRange.lo(), yRange.hi(), model.y().log(), bottom, top),
                xTicks,
                yTicks,
                new Box(area.x(), area.y() + titleRow, area.width(), legendRow));
    }

    private boolean hasCaption() {
        return !model.x().caption().isEmpty();
    }

    private static int wanted(double length, double pitch) {
        return (int) Math.max(2, Math.min(12, Math.floor(length / pitch)));
    }

    private static double[] ticks(Axis axis, Ranges.Range range, int wanted) {
        return axis.log()
                ? Ticks.log(range.lo(), range.hi(), wanted)
                : Ticks.linear(range.lo(), range.hi(), wanted, axis.whole());
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
