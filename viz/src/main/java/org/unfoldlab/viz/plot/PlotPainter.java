package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/**
 * Draws a {@link PlotModel} on any {@link Surface}. All points are drawn: where more than four fall
 * on a px column, the lowest and the highest of it stand for them. A value that does not exist is not
 * drawn.
 */
public final class PlotPainter {
    private static final double HATCH_GAP = 9;
    private static final double READOUT_WIDTH = 3;
    private static final double LABEL_HEIGHT = 16;
    private static final double SPACE = 8;

    private final PlotModel model;
    private final Look look;
    private final PlotStyle style;
    private final Surface surface;
    private final Frame frame;

    private PlotPainter(PlotModel model, Look look, Surface surface, Frame frame) {
        this.model = model;
        this.look = look;
        this.style = new PlotStyle(look);
        this.surface = surface;
        this.frame = frame;
    }

    /**
     * Draws the plot on an area of the surface.
     *
     * @param zoom the part of the x axis to show, all of it if empty
     */
    public static void paint(
            PlotModel model, Look look, Box area, Gutters gutters, Optional<Zoom> zoom, Surface surface) {
        draw(model, look, area, gutters, zoom, surface);
    }

    /**
     * Draws and tells where things came to lie. Names stand at their lines if none has to lie on a
     * line, else beside the curves on the right if the gutter may grow, else in a legend.
     */
    static Frame draw(PlotModel model, Look look, Box area, Gutters gutters, Optional<Zoom> zoom, Surface surface) {
        PlotLayout layout = new PlotLayout(model, look, surface, gutters);
        for (PlotLayout.Names names : layout.attempts()) {
            Frame frame = layout.frame(area, zoom, names);
            PlotPainter painter = new PlotPainter(model, look, surface, frame);
            Optional<List<PlacedLabel>> labels =
                    names == PlotLayout.Names.LEGEND ? Optional.of(List.of()) : painter.placeLabels();
            if (labels.isPresent()) {
                painter.drawBody();
                labels.get().forEach(painter::drawLabel);
                if (names == PlotLayout.Names.LEGEND) {
                    new Legend(model, look, surface).draw(frame.legendRow());
                }
                return frame.withLabels(
                        labels.get().stream().map(PlacedLabel::box).toList());
            }
        }
        throw new IllegalStateException("a legend always fits");
    }

    private record PlacedLabel(Series line, Box box) {}

    private record Named(Series line, Path path) {}

    private void drawBody() {
        drawTitle();
        drawGrid();
        model.spans().forEach(this::drawSpan);
        model.references().forEach(this::drawReference);
        Box around = grown(frame.plot(), 7);
        surface.clipped(around, () -> {
            model.bands().forEach(this::drawBand);
            model.series().forEach(this::drawLine);
        });
        drawAxis();
        new MarkPainter(model, style, surface, frame).draw();
        Note.of(model, style, surface, frame).draw(style, surface);
    }

    private void drawTitle() {
        double y = frame.area().y() + style.title().size() * 0.7;
        double x = frame.area().x();
        surface.text(model.title(), x, y, Surface.Align.LEFT, style.title());
        double unitX = model.title().isEmpty() ? x : x + surface.textWidth(model.title(), style.title()) + SPACE;
        String unit = Texts.shortened(unitText(), frame.area().right() - unitX, style.unit(), surface);
        surface.text(unit, unitX, y, Surface.Align.LEFT, style.unit());
    }

    private String unitText() {
        String caption = model.y().caption();
        return caption.isEmpty() || model.unit().isEmpty() ? model.unit() + caption : model.unit() + ", " + caption;
    }

    private void drawGrid() {
        double left = frame.plot().x();
        for (double tick : frame.yTicks()) {
            double y = crisp(frame.y().toPx(tick));
            surface.line(left, y, frame.plot().right(), y, style.hair(Token.GRID));
            surface.text(Numbers.significant(tick), left - SPACE, y, Surface.Align.RIGHT, style.axis());
        }
    }

    private void drawAxis() {
        double y = crisp(frame.plot().bottom());
        surface.line(frame.plot().x(), y, frame.plot().right(), y, style.hair(Token.AXIS));
        double row = tickRow(frame, look);
        for (double tick : frame.xTicks()) {
            surface.text(Numbers.significant(tick), frame.x().toPx(tick), row, Surface.Align.CENTER, style.axis());
        }
        for (TickRow other : model.tickRows()) {
            row += look.drawingText(LABEL_HEIGHT);
            drawTickRow(other, row);
        }
        double captionRow = row + look.drawingText(LABEL_HEIGHT);
        surface.text(model.x().caption(), frame.plot().right(), captionRow, Surface.Align.RIGHT, style.axis());
    }

    /** Says what fits, from the right; the label stands at the left, under the figures of the y axis. */
    private void drawTickRow(TickRow other, double y) {
        double labelRight = frame.area().x() + surface.textWidth(other.label(), style.axis());
        surface.text(other.label(), frame.area().x(), y, Surface.Align.LEFT, style.axis());
        double free = frame.area().right();
        for (int i = frame.xTicks().length - 1; i >= 0; i--) {
            String text = other.at(frame.xTicks()[i]);
            double half = surface.textWidth(text, style.axis()) / 2;
            double x = Math.min(frame.x().toPx(frame.xTicks()[i]), frame.area().right() - half);
            if (x + half <= free && x - half >= labelRight + SPACE) {
                surface.text(text, x, y, Surface.Align.CENTER, style.axis());
                free = text.isEmpty() ? free : x - half - SPACE;
            }
        }
    }

    /** Middle of the row of figures under the x axis. */
    static double tickRow(Frame frame, Look look) {
        return frame.plot().bottom() + look.drawingText(12);
    }

    private void drawSpan(HatchedSpan span) {
        Reason.box(span, frame).ifPresent(box -> surface.hatch(box, HATCH_GAP, style.hair(Token.HATCH)));
        Reason.of(span, style, surface, frame).ifPresent(words -> words.draw(style, surface));
    }

    private void drawReference(Reference line) {
        if (line.y() < frame.y().lo() || line.y() > frame.y().hi()) {
            return;
        }
        double y = crisp(frame.y().toPx(line.y()));
        surface.line(frame.plot().x(), y, frame.plot().right(), y, style.dashed(Token.CONTROL_BORDER, 1.2));
        double textY = y + SPACE + style.axis().size() / 2;
        surface.text(line.text(), frame.plot().right(), textY, Surface.Align.RIGHT, style.axis());
    }

    /**
     * Low from left to right, then high back, wherever both are known. An end that a log axis cannot hold lies at the
     * axis.
     */
    private void drawBand(Band band) {
        int size = band.low().size();
        double[] xs = new double[2 * size];
        double[] ys = new double[2 * size];
        int count = 0;
        for (int k = 0; k < 2 * size; k++) {
            int i = k < size ? k : 2 * size - 1 - k;
            if (band.low().has(i) && band.high().has(i)) {
                xs[count] = frame.x().toPx(band.low().x(i));
                double y =
                        frame.y().toPx(k < size ? band.low().y(i) : band.high().y(i));
                ys[count++] = Double.isFinite(y) ? y : frame.plot().bottom();
            }
        }
        if (count > 2) {
            surface.area(xs, ys, count, PlotStyle.faded(style.color(band.token()), 0.16));
        }
    }

    private void drawLine(Series line) {
        SeriesStyle how = line.style();
        for (Path path : Path.of(line, frame)) {
            Path seen = path.thinned(frame.plot().width());
            if (how.marked()) {
                surface.polyline(seen.xs(), seen.ys(), seen.count(), Stroke.solid(style.color(Token.MARKED_PATH), 10));
            }
            if (seen.count() > 1) {
                surface.polyline(seen.xs(), seen.ys(), seen.count(), style.line(how));
            }
            if (path.count() == 1 || (how.points() && isLoose(path))) {
                drawPoints(path, how);
            }
        }
        drawHead(line);
    }

    private void drawPoints(Path path, SeriesStyle how) {
        for (int i = 0; i < path.count(); i++) {
            drawPoint(path.xs()[i], path.ys()[i], how);
        }
    }

    private void drawPoint(double x, double y, SeriesStyle how) {
        double radius = look.stroke(how.width() * 1.1 + 1);
        surface.dot(x, y, radius + 1.5, style.color(Token.BACKGROUND));
        surface.dot(x, y, radius, style.color(how.token()));
    }

    /** The focused run carries its newest value like a head, until it is at its end. */
    private void drawHead(Series line) {
        int last = line.last();
        if (!line.style().isFocused() || last < 0 || line.x(last) >= frame.x().hi() || isStopped(line.x(last))) {
            return;
        }
        double y = frame.y().toPx(line.y(last));
        if (Double.isFinite(y)) {
            drawPoint(frame.x().toPx(line.x(last)), y, line.style());
        }
    }

    private boolean isStopped(double x) {
        return model.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.STOPPED && mark.x() == x);
    }

    /** True if its points stand so far apart that dots can be told from each other. */
    private static boolean isLoose(Path path) {
        double span = path.xs()[path.count() - 1] - path.xs()[0];
        return span / Math.max(1, path.count() - 1) >= 12;
    }

    private Optional<List<PlacedLabel>> placeLabels() {
        Labels labels = new Labels(labelBounds());
        MarkPainter marks = new MarkPainter(model, style, surface, frame);
        marks.boxes().forEach(labels::take);
        marks.lines().forEach(labels::avoid);
        takeNote(labels);
        model.spans().forEach(span -> Reason.box(span, frame).ifPresent(labels::take));
        List<Named> named = new ArrayList<>();
        for (Series line : model.series()) {
            List<Path> paths = Path.of(line, frame);
            if (line.isNamed() && !paths.isEmpty()) {
                Path path = Path.joined(paths)
                        .within(frame.plot())
                        .thinned(frame.plot().width());
                named.add(new Named(line, path));
                labels.avoid(path);
            } else {
                paths.forEach(path -> labels.avoid(path.thinned(frame.plot().width())));
            }
        }
        return placed(named, labels);
    }

    private Optional<List<PlacedLabel>> placed(List<Named> named, Labels labels) {
        List<PlacedLabel> placed = new ArrayList<>();
        named.sort(
                (a, b) -> Double.compare(b.line.style().width(), a.line.style().width()));
        for (Named one : named) {
            double width = Math.max(
                    surface.textWidth(one.line.name(), style.label(one.line.style())),
                    surface.textWidth(one.line.detail(), style.note()));
            double rows = one.line.detail().isEmpty() ? 1 : 2;
            Optional<Box> box = labels.place(one.path, width, rows * look.drawingText(LABEL_HEIGHT));
            if (box.isEmpty()) {
                return Optional.empty();
            }
            placed.add(new PlacedLabel(one.line, box.get()));
        }
        return Optional.of(placed);
    }

    /** Names may stand beside the curves, but not among the figures of the axis. */
    private Box labelBounds() {
        double top = frame.plot().y() - look.drawingText(LABEL_HEIGHT) / 2;
        return new Box(
                frame.plot().x(),
                top,
                frame.area().right() - frame.plot().x(),
                frame.plot().bottom() + 2 - top);
    }

    private void takeNote(Labels labels) {
        Box note = Note.of(model, style, surface, frame).box();
        if (note.width() > 0) {
            labels.take(note);
        }
    }

    private void drawLabel(PlacedLabel label) {
        TextStyle text = style.label(label.line().style());
        double half = look.drawingText(LABEL_HEIGHT) / 2;
        surface.text(label.line().name(), label.box().x(), label.box().y() + half, Surface.Align.LEFT, text);
        double second = label.box().bottom() - half;
        surface.text(label.line().detail(), label.box().x(), second, Surface.Align.LEFT, style.note());
    }

    /** Middle of a px, so that a line of 1 px is sharp. */
    static double crisp(double px) {
        return Math.floor(px) + 0.5;
    }

    static Box grown(Box box, double by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }

    static double readoutWidth(Look look) {
        return look.stroke(READOUT_WIDTH);
    }
}
