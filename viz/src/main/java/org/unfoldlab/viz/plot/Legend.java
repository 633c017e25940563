package org.unfoldlab.viz.plot;

import org.unfoldlab.viz.theme.Look;

/** The names of the lines, with what is said of them, above the curves: for where they do not fit at the lines' ends. */
final class Legend {
    private static final double ROW = 20;
    private static final double SWATCH = 24;
    private static final double GAP = 6;
    private static final double SPACE = 16;

    private final PlotModel model;
    private final PlotStyle style;
    private final Surface surface;

    Legend(PlotModel model, Look look, Surface surface) {
        this.model = model;
        this.style = new PlotStyle(look);
        this.surface = surface;
    }

    /** Height that its rows take in that width. */
    double height(double width) {
        return flow(new Box(0, 0, width, 0), false);
    }

    /** Draws it in the box. */
    void draw(Box box) {
        flow(box, true);
    }

    /** A line's swatch, name and detail; {@code named} is the width without the detail. */
    private record Entry(Series line, String name, String detail, double named, double width) {}

    private double flow(Box box, boolean draws) {
        double row = ROW * style.look().scale();
        double x = box.x();
        double y = box.y() + row / 2;
        for (Series line : model.series()) {
            if (line.isNamed()) {
                Entry entry = entry(line, box.width());
                if (x > box.x() && x + entry.width() > box.right()) {
                    x = box.x();
                    y += row;
                }
                if (draws) {
                    draw(entry, x, y);
                }
                x += entry.width() + SPACE;
            }
        }
        return y + row / 2 - box.y();
    }

    private Entry entry(Series line, double room) {
        TextStyle text = style.label(line.style());
        String name = Texts.shortened(line.name(), room - SWATCH - GAP, text, surface);
        double named = SWATCH + GAP + surface.textWidth(name, text);
        String detail = Texts.shortened(line.detail(), room - named - GAP, style.note(), surface);
        double more = detail.isEmpty() ? 0 : GAP + surface.textWidth(detail, style.note());
        return new Entry(line, name, detail, named, named + more);
    }

    private void draw(Entry entry, double x, double y) {
        SeriesStyle how = entry.line().style();
        surface.line(x, y, x + SWATCH, y, style.line(how));
        surface.text(entry.name(), x + SWATCH + GAP, y, Surface.Align.LEFT, style.label(how));
        surface.text(entry.detail(), x + entry.named() + GAP, y, Surface.Align.LEFT, style.note());
    }
}
