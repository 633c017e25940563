package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/**
 * Shows a {@link PlotModel} and answers questions about it.
 *
 * <p>{@link #show} takes models from any thread; at most 20 a second are drawn, always the newest.
 * Hovering or Left and Right move the cursor, Tab (Shift Tab) changes the line, dragging or + and −
 * zoom in time, a double click or 0 shows all again, T opens the same data as a table, L makes the
 * y axis logarithmic, S smooths over the raw line; the menu at the title says all of this. The cursor
 * lies on a layer of its own, so moving it costs no redraw of the lines.
 */
public final class PlotView extends Region {
    private final Canvas lines = new Canvas();
    private final Canvas overlay = new Canvas();
    private final Surface lineSurface = new CanvasSurface(lines.getGraphicsContext2D());
    private final Surface overlaySurface = new CanvasSurface(overlay.getGraphicsContext2D());
    private final Arrivals<PlotModel> arrivals = new Arrivals<>(this::take);
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final PlotMenu menu;
    private final List<MarkMove> moves = new ArrayList<>();
    private PlotModel model = PlotModel.titled("", "").build();
    private PlotModel drawnModel = model;
    private PlotOptions options = PlotOptions.NONE;
    private Optional<MarkDrag> dragged = Optional.empty();
    private PlotCursor cursor = new PlotCursor();
    private Gutters gutters = Gutters.FITTING;
    private Optional<Zoom> zoom = Optional.empty();
    private Optional<Zoom> draft = Optional.empty();
    private OptionalInt chosen = OptionalInt.empty();
    private DoubleConsumer onReadout = t -> {};
    private Consumer<Series> onSeries = line -> {};
    private Runnable onDrawn = () -> {};
    private boolean readoutMoves;
    private boolean titleShown = true;
    private @Nullable Frame frame;
    private @Nullable TableView<Double> table;
    private int drawn;
    private Subscription watching;

    /** An empty plot. */
    public PlotView() {
        getStyleClass().add("plot-view");
        menu = new PlotMenu(this);
        getChildren().addAll(lines, overlay, menu.button());
        overlay.setMouseTransparent(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 90);
        setPrefSize(420, 260);
        look.subscribe(this::redraw);
        watching = cursor.placeProperty().subscribe(this::redrawOverlay);
        new PlotGestures(this).listen();
    }

    /** Shows another model soon; may be called from any thread and as often as data come. */
    public void show(PlotModel next) {
        arrivals.offer(next);
    }

    /** The model that is seen now, as it was handed in. */
    public PlotModel model() {
        return model;
    }

    /** The same with its title, as it should leave the window: on a log axis, smoothed, if the viewer asked for it. */
    public PlotModel pictured() {
        return options.on(model);
    }

    /** The model as it is drawn: on a log axis, smoothed, if the viewer asked for it. */
    PlotModel drawnModel() {
        return drawnModel;
    }

    PlotOptions options() {
        return options;
    }

    void setOptions(PlotOptions wanted) {
        options = wanted;
        chosen = OptionalInt.empty();
        redraw();
    }

    /** More commands for the plot's menu, e.g. to export it or to do something at the cursor. */
    public PlotMenu menu() {
        return menu;
    }

    /** Lets marks of a kind be dragged. */
    public void setMove(MarkMove move) {
        moves.removeIf(old -> old.kind() == move.kind());
        moves.add(move);
    }

    Optional<MarkMove> moveOf(Mark mark) {
        return moves.stream().filter(move -> move.kind() == mark.kind()).findFirst();
    }

    /** The movable mark under the pointer. */
    Optional<Mark> markAt(double px, double py) {
        Set<Mark.Kind> kinds = moves.stream().map(MarkMove::kind).collect(Collectors.toSet());
        return kinds.isEmpty()
                ? Optional.empty()
                : new MarkPainter(drawnModel, new PlotStyle(look.getValue()), lineSurface, frame()).at(px, py, kinds);
    }

    void setDragged(Optional<MarkDrag> drag) {
        dragged = drag;
        redrawOverlay();
    }

    /** Shares a cursor with other plots of the same x axis. */
    public void shareCursor(PlotCursor shared) {
        watching.unsubscribe();
        cursor = shared;
        watching = cursor.placeProperty().subscribe(this::redrawOverlay);
    }

    /** The cursor of this plot. */
    public PlotCursor plotCursor() {
        return cursor;
    }

    /** Sets the room beside the curves, so that several plots stand on one axis. */
    public void setGutters(Gutters room) {
        gutters = room;
        redraw();
    }

    /** Lets the readout mark be dragged; told the whole t under the pointer while it moves. */
    public void setOnReadout(DoubleConsumer action) {
        onReadout = action;
        readoutMoves = true;
    }

    /** Told whenever the lines were drawn anew: places may lie elsewhere now. */
    public void setOnDrawn(Runnable action) {
        onDrawn = action;
    }

    /** Told the line that is clicked, or chosen with Enter. */
    public void setOnSeries(Consumer<Series> action) {
        onSeries = action;
    }

    /** Leaves the title out where something else on the screen says it. */
    public void setTitleShown(boolean on) {
        titleShown = on;
        redraw();
    }

    /** Shows a part of the x axis, or all of it. */
    public void setZoom(Optional<Zoom> part) {
        zoom = part;
        redraw();
    }

    /** The part of the x axis that is shown; empty for all. */
    public Optional<Zoom> zoom() {
        return zoom;
    }

    /** Px of a place within this node, e.g. to lead one line through several plots. */
    public double toPx(double place) {
        return frame().x().toPx(place);
    }

    /** Place under a px of this node. */
    public double toPlace(double px) {
        return frame().x().toValue(px);
    }

    /** The line whose figure the cursor shows. */
    public Optional<Series> chosenSeries() {
        if (chosen.isPresent() && chosen.getAsInt() < drawnModel.series().size()) {
            return Optional.of(drawnModel.series().get(chosen.getAsInt()));
        }
        return drawnModel.series().stream()
                .filter(line -> line.last() >= 0)
                .max(Comparator.comparing((Series line) -> line.style().marked())
                        .thenComparing(line -> line.style().width()));
    }

    /** Shows the figures of another line at the cursor. */
    public void choose(int index) {
        chosen = OptionalInt.of(index);
        redrawOverlay();
    }

    /** True while the table is shown instead of the drawing. */
    public boolean showsTable() {
        return table != null;
    }

    /** Shows the data as a table, or the drawing again. */
    public void setShowsTable(boolean on) {
        if (table != null) {
            getChildren().remove(table);
            table = null;
        }
        if (on) {
            TableView<Double> shown = PlotTable.of(model);
            getChildren().add(shown);
            table = shown;
            shown.requestFocus();
        } else {
            requestFocus();
        }
        lines.setVisible(!on);
        overlay.setVisible(!on);
        requestLayout();
    }

    /** How often the lines were drawn so far. */
    int drawings() {
        return drawn;
    }

    Frame frame() {
        Frame known = frame;
        return known != null ? known : draw();
    }

    void setDraft(Optional<Zoom> part) {
        draft = part;
        redrawOverlay();
    }

    void pickSeries() {
        chosenSeries().ifPresent(onSeries);
    }

    boolean readoutMoves() {
        return readoutMoves;
    }

    void moveReadout(double place) {
        onReadout.accept(place);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, Math.ceil(getWidth()));
        double height = Math.max(1, Math.ceil(getHeight()));
        if (lines.getWidth() != width || lines.getHeight() != height) {
            lines.setWidth(width);
            lines.setHeight(height);
            overlay.setWidth(width);
            overlay.setHeight(height);
            redraw();
        }
        if (table != null) {
            table.resizeRelocate(0, 0, getWidth(), getHeight());
        }
        menu.layOut(getWidth());
    }

    private void take(PlotModel next) {
        model = next;
        redraw();
        if (table != null) {
            PlotTable.show(table, next);
        }
    }

    private void redraw() {
        draw();
        redrawOverlay();
        onDrawn.run();
    }

    private Frame draw() {
        GraphicsContext context = lines.getGraphicsContext2D();
        context.clearRect(0, 0, lines.getWidth(), lines.getHeight());
        drawnModel = titleShown ? options.on(model) : options.on(model).withTitle("");
        Box area = new Box(0, 0, Math.max(1, lines.getWidth()), Math.max(1, lines.getHeight()));
        Frame laid = PlotPainter.draw(drawnModel, look.getValue(), area, gutters, zoom, lineSurface);
        frame = laid;
        drawn++;
        arrivals.drawn();
        return laid;
    }

    private void redrawOverlay() {
        GraphicsContext context = overlay.getGraphicsContext2D();
        context.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        CursorPainter painter = new CursorPainter(drawnModel, look.getValue(), overlaySurface, frame());
        dragged.ifPresent(painter::drawMove);
        draft.ifPresent(painter::drawDraft);
        cursor.place().filter(place -> dragged.isEmpty()).ifPresent(place -> painter.draw(place, chosenSeries()));
        setAccessibleText(cursor.place()
                .flatMap(place -> Figures.spokenAt(drawnModel, place, chosenSeries()))
                .orElseGet(() -> Figures.summary(drawnModel.withTitle(model.title()))));
    }
}
