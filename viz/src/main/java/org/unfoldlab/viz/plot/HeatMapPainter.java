package org.unfoldlab.viz.plot;

import javafx.scene.paint.Color;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/**
 * Draws a {@link HeatMap}. A column t is centred on its t, so that it stands under the points of the
 * plots above. With more rows than px the value farthest from the middle of the scale stands for
 * those of one px. Unknown cells are hatched.
 */
public final class HeatMapPainter {
    private static final double TITLE_ROW = 26;
    private static final double TICK_ROW = 20;
    private static final double SPACE = 8;
    private static final double SCALE_WIDTH = 84;
    private static final double SCALE_HEIGHT = 10;
    private static final int SCALE_STEPS = 42;

    private final HeatMap map;
    private final Look look;
    private final PlotStyle style;
    private final Surface surface;
    private final Frame frame;
    private final Ranges.Range range;

    private HeatMapPainter(HeatMap map, Look look, Surface surface, Frame frame) {
        this.map = map;
        this.look = look;
        this.style = new PlotStyle(look);
        this.surface = surface;
        this.frame = frame;
        this.range = map.range();
    }

    /** Draws the map on an area of the surface. */
    public static void paint(HeatMap map, Look look, Box area, Gutters gutters, Surface surface) {
        draw(map, look, area, gutters, surface);
    }

    /** Draws and tells where things came to lie; y counts rows from the top. */
    static Frame draw(HeatMap map, Look look, Box area, Gutters gutters, Surface surface) {
        double left = area.x() + gutters.left().orElse(40);
        double right = Math.max(left + 10, area.right() - gutters.right().orElse(2 * SPACE));
        double top = area.y() + TITLE_ROW * look.scale();
        double bottom = Math.max(top + 10, area.bottom() - look.drawingText(TICK_ROW));
        double from = map.x().from().orElse(map.first() - 0.5);
        double to = map.x().to().orElse(map.last() + 0.5);
        Scale x = new Scale(from, to, false, left, right);
        Scale y = new Scale(0, Math.max(1, map.rowCount()), false, top, bottom);
        double[] ticks = Ticks.linear(from, to, (int) Math.max(2, (right - left) / (30 * look.scale())), true);
        Box plot = new Box(left, top, right - left, bottom - top);
        Frame frame = new Frame(area, plot, x, y, ticks, new double[0], new Box(left, top, 0, 0));
        new HeatMapPainter(map, look, surface, frame).drawAll();
        return frame;
    }

    private void drawAll() {
        double titleY = frame.area().y() + style.title().size() * 0.7;
        double unitX = frame.area().x() + surface.textWidth(map.title(), style.title()) + SPACE;
        surface.text(map.title(), frame.area().x(), titleY, Surface.Align.LEFT, style.title());
        double scaleLeft = drawScale(titleY);
        String unit = Texts.shortened(map.unit(), scaleLeft - unitX - SPACE, style.unit(), surface);
        surface.text(unit, unitX, titleY, Surface.Align.LEFT, style.unit());
        drawCells();
        for (double tick : frame.xTicks()) {
            double x = frame.x().toPx(tick);
            double row = PlotPainter.tickRow(frame, look);
            surface.text(Numbers.significant(tick), x, row, Surface.Align.CENTER, style.axis());
        }
        map.markedRow().ifPresent(this::drawMarkedRow);
        map.marks().forEach(this::drawMark);
    }

    /** The colours with their ends in figures; returns its left edge. */
    private double drawScale(double y) {
        String high = Numbers.significant(range.hi());
        String low = Numbers.significant(range.lo());
        double right = frame.plot().right() - surface.textWidth(high, style.axis()) - SPACE / 2;
        double left = right - SCALE_WIDTH;
        Color[][] bar = new Color[1][SCALE_STEPS];
        for (int i = 0; i < SCALE_STEPS; i++) {
            bar[0][i] = map.colors().at(i / (SCALE_STEPS - 1.0));
        }
        surface.cells(new Box(left, y - SCALE_HEIGHT / 2, SCALE_WIDTH, SCALE_HEIGHT), bar);
        surface.text(high, frame.plot().right(), y, Surface.Align.RIGHT, style.axis());
        surface.text(low, left - SPACE / 2, y, Surface.Align.RIGHT, style.axis());
        return left - SPACE - surface.textWidth(low, style.axis());
    }

    private void drawCells() {
        if (map.rowCount() == 0 || map.columnCount() == 0) {
            return;
        }
        Box box = cellBox(0, map.rowCount(), map.first() - 0.5, map.last() + 0.5);
        surface.hatch(box, 7, style.hair(Token.HATCH));
        int lines = (int) Math.max(1, Math.min(map.rowCount(), Math.floor(box.height())));
        Color[][] colors = new Color[lines][map.columnCount()];
        for (int line = 0; line < lines; line++) {
            int from = (int) ((long) line * map.rowCount() / lines);
            int to = (int) ((long) (line + 1) * map.rowCount() / lines);
            for (int column = 0; column < map.columnCount(); column++) {
                colors[line][column] = color(strongest(from, to, column));
            }
        }
        surface.cells(box, colors);
    }

    private double strongest(int from, int to, int column) {
        double middle = (range.lo() + range.hi()) / 2;
        double strongest = Double.NaN;
        for (int row = from; row < to; row++) {
            double value = map.value(row, column);
            if (!(Math.abs(value - middle) <= Math.abs(strongest - middle)) && Double.isFinite(value)) {
                strongest = value;
            }
        }
        return strongest;
    }

    private Color color(double value) {
        return Double.isFinite(value)
                ? map.colors().at((value - range.lo()) / (range.hi() - range.lo()))
                : Color.TRANSPARENT;
    }

    private void drawMarkedRow(int row) {
        Box box = cellBox(row, row + 1, map.first() - 0.5, map.last() + 0.5);
        Box around = PlotPainter.grown(box, 1);
        surface.outline(around, 2, Stroke.solid(style.color(Token.MARKER), look.stroke(5)));
        surface.outline(around, 2, Stroke.solid(style.color(Token.TEXT), look.stroke(2)));
        TextStyle name = style.strong();
        String text = Texts.shortened(map.rowName(row), box.x() - frame.area().x() - SPACE, name, surface);
        surface.text(text, box.x() - SPACE, box.centerY(), Surface.Align.RIGHT, name);
    }

    private void drawMark(Mark mark) {
        double x = frame.x().toPx(mark.x());
        if (x >= frame.plot().x() && x <= frame.plot().right()) {
            boolean readout = mark.kind() == Mark.Kind.READOUT;
            double width = readout ? PlotPainter.readoutWidth(look) : look.stroke(1.2);
            Stroke stroke = new Stroke(style.color(Token.CONTROL), width, readout ? Dash.SOLID : Dash.DASHES);
            Stroke ground = Stroke.solid(style.color(Token.BACKGROUND), width + 3);
            surface.line(x, frame.plot().y(), x, frame.plot().bottom(), ground);
            surface.line(x, frame.plot().y(), x, frame.plot().bottom(), stroke);
            if (readout) {
                MarkPainter.tick(mark.x(), frame, style, surface);
            }
        }
    }

    private Box cellBox(double rowFrom, double rowTo, double from, double to) {
        double left =
                Math.max(frame.x().toPx(from), frame.plot().x() - frame.area().width());
        double top = frame.y().toPx(rowFrom);
        return new Box(left, top, frame.x().toPx(to) - left, frame.y().toPx(rowTo) - top);
    }
}
