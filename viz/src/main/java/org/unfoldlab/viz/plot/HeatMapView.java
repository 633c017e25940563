package org.unfoldlab.viz.plot;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/**
 * Shows a {@link HeatMap}. The cursor is shared with the plots above; Up and Down (or hovering) move
 * between rows, Enter or a click chooses one, T opens the table. At most 20 maps a second are drawn,
 * always the newest.
 */
public final class HeatMapView extends Region {
    private final Canvas cells = new Canvas();
    private final Canvas overlay = new Canvas();
    private final Surface cellSurface = new CanvasSurface(cells.getGraphicsContext2D());
    private final Surface overlaySurface = new CanvasSurface(overlay.getGraphicsContext2D());
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final Arrivals<HeatMap> arrivals = new Arrivals<>(this::take);
    private HeatMap map = new HeatMap("", "", Axis.time(0, 1), 0, List.of(), new double[0][], ColorScale.CIVIDIS);
    private PlotCursor cursor = new PlotCursor();
    private Gutters gutters = Gutters.FITTING;
    private OptionalInt row = OptionalInt.empty();
    private IntConsumer onRow = chosen -> {};
    private @Nullable Frame frame;
    private int drawn;
    private @Nullable TableView<Integer> table;
    private Subscription watching;

    /** An empty map. */
    public HeatMapView() {
        getStyleClass().add("plot-view");
        getChildren().addAll(cells, overlay);
        overlay.setMouseTransparent(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 90);
        setPrefSize(420, 140);
        look.subscribe(this::redraw);
        watching = cursor.placeProperty().subscribe(this::redrawOverlay);
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> leave());
        setOnMouseClicked(event -> {
            requestFocus();
            row.ifPresent(onRow);
        });
        setOnKeyPressed(this::key);
    }

    /** Shows another map; may be called from any thread. */
    public void show(HeatMap next) {
        arrivals.offer(next);
    }

    /** The map that is seen now. */
    public HeatMap map() {
        return map;
    }

    /** Shares a cursor with plots of the same time axis. */
    public void shareCursor(PlotCursor shared) {
        watching.unsubscribe();
        cursor = shared;
        watching = cursor.placeProperty().subscribe(this::redrawOverlay);
    }

    /** Sets the room beside the map. */
    public void setGutters(Gutters room) {
        gutters = room;
        redraw();
    }

    /** Told the index of a row when it is chosen. */
    public void setOnRow(IntConsumer action) {
        onRow = action;
    }

    /** Shows the data as a table, or the drawing again. */
    public void setShowsTable(boolean on) {
        if (table != null) {
            getChildren().remove(table);
            table = null;
        }
        if (on) {
            TableView<Integer> shown = PlotTable.of(map);
            getChildren().add(shown);
            table = shown;
            shown.requestFocus();
        } else {
            requestFocus();
        }
        cells.setVisible(!on);
        overlay.setVisible(!on);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, Math.ceil(getWidth()));
        double height = Math.max(1, Math.ceil(getHeight()));
        if (cells.getWidth() != width || cells.getHeight() != height) {
            cells.setWidth(width);
            cells.setHeight(height);
            overlay.setWidth(width);
            overlay.setHeight(height);
            redraw();
        }
        if (table != null) {
            table.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    private void take(HeatMap next) {
        map = next;
        row = OptionalInt.empty();
        setAccessibleText(Figures.summary(next));
        redraw();
        if (table != null) {
            PlotTable.show(table, next);
        }
    }

    private void redraw() {
        draw();
        redrawOverlay();
    }

    private Frame draw() {
        GraphicsContext context = cells.getGraphicsContext2D();
        context.clearRect(0, 0, cells.getWidth(), cells.getHeight());
        Box area = new Box(0, 0, Math.max(1, cells.getWidth()), Math.max(1, cells.getHeight()));
        Frame laid = HeatMapPainter.draw(map, look.getValue(), area, gutters, cellSurface);
        frame = laid;
        drawn++;
        arrivals.drawn();
        return laid;
    }

    /** How often the cells were drawn so far. */
    int drawings() {
        return drawn;
    }

    private Frame frame() {
        Frame known = frame;
        return known != null ? known : draw();
    }

    private void redrawOverlay() {
        overlay.getGraphicsContext2D().clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        cursor.place()
                .ifPresent(place -> CursorPainter.drawOnMap(map, place, row, look.getValue(), frame(), overlaySurface));
    }

    private void hover(MouseEvent event) {
        Frame laid = frame();
        if (map.rowCount() == 0 || !laid.plot().contains(event.getX(), event.getY())) {
            leave();
            return;
        }
        row = OptionalInt.of(clamped((int) Math.floor(laid.y().toValue(event.getY()))));
        cursor.moveTo(Math.rint(laid.x().toValue(event.getX())));
        redrawOverlay();
    }

    private void leave() {
        row = OptionalInt.empty();
        cursor.clear();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean used = true;
        switch (event.getCode()) {
            case LEFT -> moveBy(0, -1);
            case RIGHT -> moveBy(0, 1);
            case UP -> moveBy(-1, 0);
            case DOWN -> moveBy(1, 0);
            case ENTER, SPACE -> row.ifPresent(onRow);
            case T -> setShowsTable(table == null);
            case ESCAPE -> used = escape();
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private boolean escape() {
        if (table != null) {
            setShowsTable(false);
            return true;
        }
        boolean looked = cursor.place().isPresent();
        leave();
        return looked;
    }

    private void moveBy(int rows, int columns) {
        if (map.rowCount() == 0) {
            return;
        }
        double t = cursor.place().map(place -> place + columns).orElse((double) map.first());
        row = OptionalInt.of(row.isPresent() ? clamped(row.getAsInt() + rows) : 0);
        cursor.moveTo(Math.max(map.first(), Math.min(map.last(), t)));
        redrawOverlay();
    }

    private int clamped(int index) {
        return Math.max(0, Math.min(map.rowCount() - 1, index));
    }
}
