package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.unfoldlab.viz.theme.Token;

/** Draws the vertical lines of a plot and their texts, which give way to each other downwards. */
final class MarkPainter {
    private static final double GAP = 6;
    private static final double FLAG_PADDING = 10;
    private static final double REACH = 8;
    private static final double BRACKET = 7;
    /** Between a line and a name beside it. */
    private static final double AIR = 2.5;
    /** So far under the axis, short of its figures. */
    private static final double BELOW = 3;
    /** How much of what is behind a text is covered. */
    private static final double VEIL = 0.8;

    private final PlotStyle style;
    private final Surface surface;
    private final Frame frame;
    private final List<Placed> placed = new ArrayList<>();

    private final List<Double> heavy;
    private final List<Double> rules;
    private final Box note;

    private record Placed(Mark mark, double x, Box text) {}

    MarkPainter(PlotModel model, PlotStyle style, Surface surface, Frame frame) {
        this.style = style;
        this.surface = surface;
        this.frame = frame;
        this.heavy = model.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.READOUT)
                .map(mark -> frame.x().toPx(mark.x()))
                .toList();
        this.rules = model.references().stream()
                .map(line -> frame.y().toPx(line.y()))
                .toList();
        this.note = Note.of(model, style, surface, frame).box();
        for (Mark mark : model.marks()) {
            double x = frame.x().toPx(mark.x());
            if (x >= frame.plot().x() - 1 && x <= frame.plot().right() + 1) {
                placed.add(new Placed(mark, x, textBox(mark, x)));
            }
        }
    }

    /** Where its texts lie. */
    List<Box> boxes() {
        return placed.stream().map(Placed::text).filter(box -> box.width() > 0).toList();
    }

    /** The mark that can be grasped at a px: the text of one that stands on the readout, else the line, else nothing. */
    Optional<Mark> at(double px, double py, Set<Mark.Kind> movable) {
        for (Placed one : placed) {
            if (!movable.contains(one.mark.kind())) {
                continue;
            }
            boolean onText =
                    one.text.width() > 0 && PlotPainter.grown(one.text, 4).contains(px, py);
            boolean onLine = Math.abs(px - one.x) <= REACH && isHeight(one.mark, py);
            if (onText || onLine && !(one.mark.kind() == Mark.Kind.TRAINED && isReadout(one.mark.x()))) {
                return Optional.of(one.mark);
            }
        }
        return Optional.empty();
    }

    /** Brackets are grasped at the axis, lines anywhere. */
    private boolean isHeight(Mark mark, double py) {
        return isBracket(mark.kind())
                ? py >= frame.plot().bottom() - 4 && py <= frame.plot().bottom() + 2 * BRACKET + 4
                : py >= frame.plot().y() && py <= frame.plot().bottom();
    }

    static boolean isBracket(Mark.Kind kind) {
        return kind == Mark.Kind.RANGE_FROM || kind == Mark.Kind.RANGE_TO;
    }

    /** Both sides of its lines, at a little distance, which names of series should not stand on. */
    List<Path> lines() {
        return placed.stream()
                .filter(p -> !isBracket(p.mark.kind()))
                .flatMap(p -> Stream.of(upright(p.x - AIR), upright(p.x + AIR)))
                .toList();
    }

    private Path upright(double x) {
        double[] ys = {frame.plot().y(), frame.plot().bottom()};
        return new Path(new double[] {x, x}, ys, 2);
    }

    void draw() {
        for (Placed one : placed) {
            if (isBracket(one.mark.kind())) {
                drawBracket(one.mark.kind(), one.x);
            } else if (one.mark.kind() != Mark.Kind.TRAINED || !isReadout(one.mark.x())) {
                surface.line(one.x, frame.plot().y(), one.x, frame.plot().bottom(), stroke(one.mark.kind()));
            }
        }
        for (Placed one : placed) {
            drawText(one);
            if (one.mark.kind() == Mark.Kind.READOUT) {
                emphasizeTick(one);
            }
        }
    }

    /** A bracket on the axis that opens to the inside of the range. */
    private void drawBracket(Mark.Kind kind, double x) {
        double y = PlotPainter.crisp(frame.plot().bottom());
        double in = kind == Mark.Kind.RANGE_FROM ? BRACKET : -BRACKET;
        double[] xs = {x + in, x, x, x + in};
        double[] ys = {y - 1.3 * BRACKET, y - 1.3 * BRACKET, y + BELOW, y + BELOW};
        surface.polyline(
                xs,
                ys,
                4,
                Stroke.solid(style.color(Token.BACKGROUND), style.look().stroke(5)));
        surface.polyline(
                xs, ys, 4, Stroke.solid(style.color(Token.CONTROL), style.look().stroke(2)));
    }

    private boolean isReadout(double x) {
        return placed.stream().anyMatch(one -> one.mark.kind() == Mark.Kind.READOUT && one.mark.x() == x);
    }

    private void drawText(Placed one) {
        if (one.mark.text().isEmpty()) {
            return;
        }
        if (one.mark.kind() == Mark.Kind.READOUT) {
            surface.fill(one.text, 6, style.color(Token.CONTROL));
            surface.text(
                    one.mark.text(), one.text.centerX(), one.text.centerY(), Surface.Align.CENTER, textStyle(one.mark));
        } else {
            surface.fill(PlotPainter.grown(one.text, 2), 3, veil());
            surface.text(one.mark.text(), one.text.x(), one.text.centerY(), Surface.Align.LEFT, textStyle(one.mark));
        }
    }

    /** Dims the lines that run through a text, so that it can be read and they can still be followed. */
    private Color veil() {
        return PlotStyle.faded(style.color(Token.BACKGROUND), VEIL);
    }

    private void emphasizeTick(Placed one) {
        tick(one.mark.x(), frame, style, surface);
    }

    /** Writes a place under the axis in strong ink, over the pale figure that may be there. */
    static void tick(double value, Frame frame, PlotStyle style, Surface surface) {
        String text = Numbers.significant(value);
        double x = frame.x().toPx(value);
        double y = PlotPainter.tickRow(frame, style.look());
        double width = surface.textWidth(text, style.strong()) + 4;
        double height = style.strong().size() + 2;
        surface.fill(new Box(x - width / 2, y - height / 2, width, height), 0, style.color(Token.BACKGROUND));
        surface.text(text, x, y, Surface.Align.CENTER, style.strong());
    }

    private Box textBox(Mark mark, double x) {
        double height = style.axis().size() + 4;
        if (isBracket(mark.kind())) {
            double y = frame.plot().bottom();
            return new Box(x - BRACKET, y - BRACKET, 2 * BRACKET, 2 * BRACKET);
        }
        if (mark.text().isEmpty()) {
            return new Box(x, frame.plot().y(), 0, 0);
        }
        double width = surface.textWidth(mark.text(), textStyle(mark));
        if (mark.kind() == Mark.Kind.READOUT) {
            return flag(x, width + 2 * FLAG_PADDING, height + 6);
        }
        boolean fitsRight = x + GAP + width <= frame.area().right() && !isCrossed(mark, x + GAP, width);
        boolean fitsLeft = x - GAP - width >= frame.plot().x();
        double left = fitsRight || !fitsLeft ? x + GAP : x - GAP - width;
        Box box = new Box(left, frame.plot().y() + 2, width, height);
        while (isTaken(box) && box.bottom() + height < frame.plot().bottom()) {
            box = new Box(left, box.y() + height, width, height);
        }
        return box;
    }

    private Box flag(double x, double width, double height) {
        double left =
                Math.min(Math.max(x - width / 2, frame.area().x()), frame.area().right() - width);
        return new Box(left, frame.plot().y() - height / 2, width, height);
    }

    /** True if the readout's heavy line would run through a text there; not through that of a mark on it. */
    private boolean isCrossed(Mark mark, double left, double width) {
        return heavy.stream().anyMatch(line -> line > left - 2 && line < left + width)
                && mark.kind() != Mark.Kind.TRAINED;
    }

    private boolean isTaken(Box box) {
        return note.width() > 0 && note.overlaps(box)
                || rules.stream().anyMatch(y -> y > box.y() && y < box.bottom())
                || placed.stream().anyMatch(other -> other.text.overlaps(box));
    }

    private TextStyle textStyle(Mark mark) {
        return switch (mark.kind()) {
            case READOUT -> style.strong().in(style.color(Token.ON_CONTROL)).with(TextStyle.Weight.BOLD);
            case TRAINED -> style.strong();
            case RANGE_FROM, RANGE_TO, CHANGE, RECALIBRATED -> style.axis();
            case STOPPED -> style.strong().in(style.color(Token.ERROR));
        };
    }

    private Stroke stroke(Mark.Kind kind) {
        return switch (kind) {
            case READOUT -> Stroke.solid(style.color(Token.CONTROL), PlotPainter.readoutWidth(style.look()));
            case TRAINED, RANGE_FROM, RANGE_TO ->
                Stroke.solid(style.color(Token.TEXT), style.look().stroke(1));
            case CHANGE -> style.dashed(Token.CONTROL_BORDER, 1.2);
            case RECALIBRATED ->
                new Stroke(style.color(Token.CONTROL_BORDER), style.look().stroke(1.6), Dash.DOTS);
            case STOPPED -> style.dashed(Token.ERROR, 2);
        };
    }
}
