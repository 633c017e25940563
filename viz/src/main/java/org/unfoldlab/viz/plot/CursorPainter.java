package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/** Draws the cursor over a finished plot: the dotted line, the dot on the chosen line, its figure. */
final class CursorPainter {
    private static final double PADDING = 10;

    private final PlotModel model;
    private final PlotStyle style;
    private final Surface surface;
    private final Frame frame;

    CursorPainter(PlotModel model, Look look, Surface surface, Frame frame) {
        this.model = model;
        this.style = new PlotStyle(look);
        this.surface = surface;
        this.frame = frame;
    }

    /** Draws the cursor over a map, with the figure of a row if one is looked at. */
    static void drawOnMap(HeatMap map, double place, OptionalInt row, Look look, Frame frame, Surface surface) {
        CursorPainter painter = new CursorPainter(
                PlotModel.titled("", "").axes(map.x(), Axis.values("")).build(), look, surface, frame);
        double x = frame.x().toPx(place);
        Stroke ground = Stroke.solid(painter.style.color(Token.BACKGROUND), look.stroke(1.6) + 2);
        surface.line(x, frame.plot().y(), x, frame.plot().bottom(), ground);
        painter.draw(place, Optional.empty());
        if (row.isPresent()) {
            String text = map.rowName(row.getAsInt()) + " · " + map.x().place(place) + " · "
                    + Numbers.significant(map.at(row.getAsInt(), place));
            painter.drawTagAt(text, frame.x().toPx(place), frame.y().toPx(row.getAsInt() + 0.5));
        }
    }

    /** Draws the cursor at a place; {@code chosen} is the line whose figure is shown. */
    void draw(double place, Optional<Series> chosen) {
        double x = frame.x().toPx(place);
        if (!(x >= frame.plot().x() - 1 && x <= frame.plot().right() + 1)) {
            return;
        }
        drawLine(x);
        if (model.x().whole()) {
            MarkPainter.tick(place, frame, style, surface);
        }
        double y = chosen.map(line -> frame.y().toPx(line.at(place))).orElse(Double.NaN);
        boolean seen = y >= frame.plot().y() - 1 && y <= frame.plot().bottom() + 1;
        if (seen) {
            drawDot(x, y, chosen.get());
        }
        Figures.at(model, place, chosen).ifPresent(text -> {
            if (seen) {
                drawTagAt(text, x, y);
            } else {
                drawTag(text, x);
            }
        });
    }

    /** The dotted line, which leaves out what is written in hatched spans. */
    private void drawLine(double x) {
        Stroke dots = new Stroke(style.color(Token.CONTROL_BORDER), style.look().stroke(1.6), Dash.DOTS);
        double top = frame.plot().y();
        for (Box words : reasons()) {
            if (x >= words.x() && x <= words.right()) {
                surface.line(x, top, x, words.y(), dots);
                top = words.bottom();
            }
        }
        surface.line(x, top, x, frame.plot().bottom(), dots);
    }

    private List<Box> reasons() {
        return Reason.all(model, style, surface, frame).stream()
                .map(Reason::ground)
                .toList();
    }

    /** Shows the part of the x axis that a drag is choosing. */
    void drawDraft(Zoom part) {
        double left = Math.max(frame.x().toPx(part.from()), frame.plot().x());
        double right = Math.min(frame.x().toPx(part.to()), frame.plot().right());
        Box box = new Box(
                left, frame.plot().y(), Math.max(0, right - left), frame.plot().height());
        surface.fill(box, 0, PlotStyle.faded(style.color(Token.CONTROL_BORDER), 0.18));
        surface.outline(box, 0, style.hair(Token.CONTROL_BORDER));
    }

    /** Shows a mark where it would be put, with what that would do. */
    void drawMove(MarkDrag move) {
        double x = frame.x().toPx(move.place());
        Stroke pen = new Stroke(style.color(Token.CONTROL), style.look().stroke(2), Dash.DASHES);
        surface.line(x, frame.plot().y(), x, frame.plot().bottom(), pen);
        drawTag(move.words(), x);
    }

    private void drawDot(double x, double y, Series line) {
        double radius = style.look().stroke(line.style().width() * 1.1 + 2);
        surface.dot(x, y, radius + 1.5, style.color(Token.BACKGROUND));
        surface.dot(x, y, radius, style.color(line.style().token()));
    }

    /** Writes a figure beside its dot. */
    private void drawTagAt(String text, double x, double y) {
        drawTag(text, places().beside(x, y, width(text), height()));
    }

    /** Writes a figure that belongs to the whole height. */
    private void drawTag(String text, double x) {
        drawTag(text, places().along(x, width(text), height()));
    }

    private double width(String text) {
        return Math.rint(surface.textWidth(text, style.strong()) + 2 * PADDING);
    }

    private double height() {
        return Math.rint(style.strong().size() + 14);
    }

    private TagPlace places() {
        List<Box> written = new ArrayList<>(reasons());
        written.addAll(new MarkPainter(model, style, surface, frame).boxes());
        Box note = Note.of(model, style, surface, frame).box();
        if (note.width() > 0) {
            written.add(note);
        }
        return new TagPlace(model, frame, written);
    }

    private void drawTag(String text, Box place) {
        Box box = new Box(PlotPainter.crisp(place.x()), PlotPainter.crisp(place.y()), place.width(), place.height());
        surface.fill(box, 6, style.color(Token.BACKGROUND));
        surface.outline(box, 6, style.hair(Token.CONTROL_BORDER));
        surface.text(text, box.centerX(), box.centerY(), Surface.Align.CENTER, style.strong());
    }
}
