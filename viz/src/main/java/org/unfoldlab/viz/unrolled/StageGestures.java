package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.unfoldlab.viz.graph.CardShape;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** What the pointer does on the stage: hover, choose, connect, move, drag the readout, zoom and scroll. */
final class StageGestures {
    private final StageView view;
    private final Canvas canvas;
    private Optional<Drag> drag = Optional.empty();

    StageGestures(StageView view, Canvas canvas) {
        this.view = view;
        this.canvas = canvas;
    }

    void install() {
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(event -> {
            view.hoveredProperty().set(Selection.NONE);
            view.showOverlay(StageOverlay.NONE);
        });
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(event -> drag.ifPresent(now -> now.to(event.getX(), event.getY())));
        canvas.setOnMouseReleased(this::released);
        canvas.setOnScroll(this::scrolled);
        canvas.setOnContextMenuRequested(this::menu);
    }

    private void moved(MouseEvent event) {
        Optional<Item> item = view.itemAt(event.getX(), event.getY());
        Selection hovered = Selection.of(item);
        if (!hovered.equals(view.hoveredProperty().get())) {
            view.hoveredProperty().set(hovered);
        }
        Optional<CardShape> rim = view.frame().graph().rim(event.getX(), event.getY());
        view.showOverlay(rim.map(card -> StageOverlay.rim(card.box())).orElse(StageOverlay.NONE));
        canvas.setCursor(cursor(item, rim.isPresent()));
    }

    private Cursor cursor(Optional<Item> item, boolean rim) {
        if (rim) {
            return Cursor.CROSSHAIR;
        }
        if (item.isEmpty()) {
            return Cursor.DEFAULT;
        }
        return item.get() instanceof Item.Readout
                ? Cursor.H_RESIZE
                : item.get() instanceof Item.OfState && view.isFree() ? Cursor.MOVE : Cursor.HAND;
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double x = event.getX();
        double y = event.getY();
        Optional<MiniMap> map = view.board().map().filter(shown -> shown.frame().contains(x, y));
        if (map.isPresent()) {
            drag = Optional.of(new MapDrag(view, map.get(), x, y));
            return;
        }
        Optional<Item> item = view.itemAt(x, y);
        if (event.getClickCount() == 2) {
            doubleClicked(item, x, y);
            return;
        }
        Optional<CardShape> rim = view.frame().graph().rim(x, y);
        if (item.isPresent() && item.get() instanceof Item.Readout) {
            drag = Optional.of(new ReadoutDrag(view, x));
        } else if (view.brushProperty().get().isOn()) {
            drag = Optional.of(new PaintDrag(view, x, y));
        } else if (rim.isPresent()) {
            drag = Optional.of(new ConnectDrag(view, rim.get(), x, y));
        } else {
            choose(item, event.isShiftDown());
            drag = free(item, x, y);
        }
    }

    private void choose(Optional<Item> item, boolean adding) {
        Selection before = view.selectionProperty().get();
        if (adding && item.isPresent()) {
            view.selectionProperty().set(before.toggled(item.get()));
        } else if (item.isEmpty() || !before.holds(item.get())) {
            view.selectionProperty().set(Selection.of(item));
        }
    }

    private Optional<Drag> free(Optional<Item> item, double x, double y) {
        if (!view.isFree()) {
            return Optional.empty();
        }
        if (item.isPresent() && item.get() instanceof Item.OfState state) {
            return Optional.of(new MoveDrag(view, state.name(), x, y));
        }
        return item.isEmpty() ? Optional.of(new MarqueeDrag(view, x, y)) : Optional.empty();
    }

    private void doubleClicked(Optional<Item> item, double x, double y) {
        drag = Optional.empty();
        if (item.isEmpty() && view.isFree() && view.frame().board().contains(x, y)) {
            view.board().addStateAt(x, y);
        } else if (item.isPresent() && item.get() instanceof Item.OfState state) {
            view.rename(state.name());
        }
    }

    private void released(MouseEvent event) {
        Optional<Drag> ended = drag;
        drag = Optional.empty();
        ended.ifPresent(now -> now.end(event.getX(), event.getY()));
        view.endGesture();
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            view.zoom(Math.exp(event.getDeltaY() / 300), event.getX(), event.getY());
        } else if (view.isFree()) {
            view.board().pan(event.getDeltaX(), event.getDeltaY());
        } else if (view.stageLayout().scrollRange() > 0) {
            view.scrollBy(-(event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY()));
        } else {
            return;
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        Optional<Item> item = view.itemAt(event.getX(), event.getY());
        if (item.isPresent() && !view.selectionProperty().get().holds(item.get())) {
            view.selectionProperty().set(Selection.of(item));
        }
        new StageMenu(view).of(item, event.getX(), event.getY()).show(view, event.getScreenX(), event.getScreenY());
    }
}
