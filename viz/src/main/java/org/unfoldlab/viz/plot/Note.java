package org.unfoldlab.viz.plot;

import java.util.List;

/**
 * What follows from the data in words, in the upper right of the plot, or in the lower right where fewer lines pass. It
 * breaks into lines rather than let the heavy line of the readout run through it.
 *
 * @param lines from top to bottom; none if there is nothing to say
 * @param box around all of them
 */
record Note(List<String> lines, Box box) {
    private static final double GAP = 8;
    private static final double LEADING = 1.35;
    /** Narrower than this, text is no longer read. */
    private static final double NARROWEST = 72;
    /** Off the axis and off the brackets on it. */
    private static final double BELOW = 10;

    static Note of(PlotModel model, PlotStyle style, Surface surface, Frame frame) {
        if (model.note().isEmpty()) {
            return new Note(
                    List.of(), new Box(frame.plot().right(), frame.plot().y(), 0, 0));
        }
        double right = frame.plot().right();
        double room = right - barrier(model, style, surface, frame);
        List<String> lines = Texts.wrapped(model.note(), room, style.note(), surface);
        double width = Texts.widest(lines, style.note(), surface);
        double height = (lines.size() - 1) * LEADING * style.note().size()
                + 1.6 * style.note().size();
        Box high = new Box(right - width, frame.plot().y(), width, height);
        Box low = new Box(right - width, frame.plot().bottom() - height - BELOW, width, height);
        return new Note(lines, crossings(model, frame, low) < crossings(model, frame, high) ? low : high);
    }

    /** How many pieces of lines, and whether a line of reference, run through a box. */
    private static long crossings(PlotModel model, Frame frame, Box box) {
        long references = model.references().stream()
                .mapToDouble(line -> frame.y().toPx(line.y()))
                .filter(y -> y >= box.y() && y <= box.bottom())
                .count();
        return references
                + model.series().stream()
                        .mapToLong(line -> crossings(line, frame, box))
                        .sum();
    }

    private static long crossings(Series line, Frame frame, Box box) {
        long count = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            if (line.has(i) && line.has(i + 1) && frame.x().toPx(line.x(i + 1)) >= box.x()) {
                count += box.crossedBy(
                                frame.x().toPx(line.x(i)),
                                frame.y().toPx(line.y(i)),
                                frame.x().toPx(line.x(i + 1)),
                                frame.y().toPx(line.y(i + 1)))
                        ? 1
                        : 0;
            }
        }
        return count;
    }

    /** The left end of the room for it: the readout's line if that stands in the way and leaves room at its right. */
    private static double barrier(PlotModel model, PlotStyle style, Surface surface, Frame frame) {
        double right = frame.plot().right();
        double left = right - surface.textWidth(model.note(), style.note()) - GAP;
        return model.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.READOUT)
                .mapToDouble(mark -> frame.x().toPx(mark.x()) + GAP)
                .filter(x -> x > left && x < right - NARROWEST)
                .max()
                .orElse(frame.plot().x());
    }

    void draw(PlotStyle style, Surface surface) {
        double y = box.y() + style.note().size();
        for (String line : lines) {
            surface.text(line, box.right(), y, Surface.Align.RIGHT, style.note());
            y += LEADING * style.note().size();
        }
    }
}
