package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import org.unfoldlab.viz.theme.Token;

/** Draws the vertical lines of a plot and their texts, which give way to each other downwards. */
final class MarkPainter {
    private static final double GAP = 6;
    private static final double FLAG_PADDING = 10;

    private final PlotStyle style;
    private final Surface surface;
    private final Frame frame;
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(Mark mark, double x, Box text) {}

    MarkPainter(PlotModel model, PlotStyle style, Surface surface, Frame frame) {
        this.style = style;
        this.surface = surface;
        this.frame = frame;
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

    /** Its lines, which names of series should not stand on. */
    List<Path> lines() {
        double top = frame.plot().y();
        double bottom = frame.plot().bottom();
        return placed.stream()
                .map(p -> new Path(new double[] {p.x, p.x}, new double[] {top, bottom}, 2))
                .toList();
    }

    void draw() {
        for (Placed one : placed) {
            if (one.mark.kind() != Mark.Kind.TRAINED || !isReadout(one.mark.x())) {
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
            surface.text(one.mark.text(), one.text.x(), one.text.centerY(), Surface.Align.LEFT, textStyle(one.mark));
        }
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
        if (mark.text().isEmpty()) {
            return new Box(x, frame.plot().y(), 0, 0);
        }
        double width = surface.textWidth(mark.text(), textStyle(mark));
        if (mark.kind() == Mark.Kind.READOUT) {
            return flag(x, width + 2 * FLAG_PADDING, height + 6);
        }
        boolean fitsRight = x + GAP + width <= frame.area().right();
        double left = fitsRight ? x + GAP : x - GAP - width;
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

    private boolean isTaken(Box box) {
        return placed.stream().anyMatch(other -> other.text.overlaps(box));
    }

    private TextStyle textStyle(Mark mark) {
        return switch (mark.kind()) {
            case READOUT -> style.strong().in(style.color(Token.ON_CONTROL)).with(TextStyle.Weight.BOLD);
            case TRAINED -> style.strong();
            case CHANGE, RECALIBRATED -> style.axis();
            case STOPPED -> style.strong().in(style.color(Token.ERROR));
        };
    }

    private Stroke stroke(Mark.Kind kind) {
        return switch (kind) {
            case READOUT -> Stroke.solid(style.color(Token.CONTROL), PlotPainter.readoutWidth(style.look()));
            case TRAINED -> Stroke.solid(style.color(Token.TEXT), style.look().stroke(1));
            case CHANGE -> style.dashed(Token.CONTROL_BORDER, 1.2);
            case RECALIBRATED ->
                new Stroke(style.color(Token.CONTROL_BORDER), style.look().stroke(1.6), Dash.DOTS);
            case STOPPED -> style.dashed(Token.ERROR, 2);
        };
    }
}
