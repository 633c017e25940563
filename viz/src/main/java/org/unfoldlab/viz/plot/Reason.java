package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.viz.theme.Token;

/**
 * What is written in the middle of a hatched span: what is missing, and the longest reason that fits.
 *
 * @param titles what is missing, line by line
 * @param why the reason; empty if none fits
 * @param ground the free ground that all of it stands on
 */
record Reason(List<String> titles, String why, Box ground) {
    private static final double PADDING = 8;
    private static final double LEADING = 1.45;

    /** The words of a span; empty where there is no room for them. */
    static Optional<Reason> of(HatchedSpan span, PlotStyle style, Surface surface, Frame frame) {
        return box(span, frame).flatMap(box -> in(span, box, style, surface));
    }

    /** The words of each span of a plot. */
    static List<Reason> all(PlotModel model, PlotStyle style, Surface surface, Frame frame) {
        List<Reason> all = new ArrayList<>();
        model.spans().forEach(span -> of(span, style, surface, frame).ifPresent(all::add));
        return all;
    }

    /** The part of the plot that a span covers; empty if it lies outside. */
    static Optional<Box> box(HatchedSpan span, Frame frame) {
        double left = Math.max(frame.x().toPx(span.from()), frame.plot().x());
        double right = Math.min(frame.x().toPx(span.to()), frame.plot().right());
        return right > left
                ? Optional.of(new Box(
                        left, frame.plot().y(), right - left, frame.plot().height()))
                : Optional.empty();
    }

    private static Optional<Reason> in(HatchedSpan span, Box box, PlotStyle style, Surface surface) {
        double room = box.width() - 2 * PADDING;
        List<String> titles = Texts.wrapped(span.title(), room, style.strong(), surface);
        String why = span.reasons().stream()
                .filter(text -> surface.textWidth(text, style.axis()) <= room)
                .findFirst()
                .orElse("");
        int rows = titles.size() + (why.isEmpty() ? 0 : 1);
        double lead = lead(style);
        double width = Math.max(Texts.widest(titles, style.strong(), surface), surface.textWidth(why, style.axis()));
        if (width > box.width() || rows * lead > box.height()) {
            return Optional.empty();
        }
        double y = box.centerY() - rows * lead / 2;
        Box ground = new Box(box.centerX() - width / 2 - PADDING, y - 4, width + 2 * PADDING, rows * lead + 8);
        return Optional.of(new Reason(titles, why, ground));
    }

    private static double lead(PlotStyle style) {
        return style.axis().size() * LEADING;
    }

    void draw(PlotStyle style, Surface surface) {
        surface.fill(ground, 3, style.color(Token.BACKGROUND));
        double lead = lead(style);
        double y = ground.y() + 4 + lead / 2;
        for (String title : titles) {
            surface.text(title, ground.centerX(), y, Surface.Align.CENTER, style.strong());
            y += lead;
        }
        surface.text(why, ground.centerX(), y, Surface.Align.CENTER, style.axis());
    }
}
