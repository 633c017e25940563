package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** What the pointer does on the stage: hover, choose, drag the readout, scroll. */
final class StageGestures {
    private final StageView view;
    private final Canvas canvas;
    private boolean draggingReadout;
    private double pressX;
    private int pressTime;
    private double pressPitch = 1;

    StageGestures(StageView view, Canvas canvas) {
        this.view = view;
        this.canvas = canvas;
    }

    void install() {
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(event -> view.hoveredProperty().set(Selection.NONE));
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(event -> draggingReadout = false);
        canvas.setOnScroll(this::scrolled);
    }

    private void moved(MouseEvent event) {
        Optional<Item> item = view.itemAt(event.getX(), event.getY());
        Selection hovered = Selection.of(item);
        if (!hovered.equals(view.hoveredProperty().get())) {
            view.hoveredProperty().set(hovered);
        }
        boolean flag = item.isPresent() && item.get() instanceof Item.Readout;
        canvas.setCursor(flag ? Cursor.H_RESIZE : item.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        view.requestFocus();
        Optional<Item> item = view.itemAt(event.getX(), event.getY());
        if (item.isPresent() && item.get() instanceof Item.Readout) {
            draggingReadout = true;
            pressX = event.getX();
            pressTime = view.networkProperty().get().readoutTime();
            pressPitch = view.stageLayout().metrics().columnPitch();
            return;
        }
        Selection before = view.selectionProperty().get();
        Selection now = event.isShiftDown() && item.isPresent() ? before.toggled(item.get()) : Selection.of(item);
        view.selectionProperty().set(now);
    }

    /** Columns as wide as at the press, so that T follows the hand evenly while the stage rescales. */
    private void dragged(MouseEvent event) {
        if (draggingReadout) {
            int moved = (int) Math.round((event.getX() - pressX) / pressPitch);
            view.proposeReadoutTime(Math.max(1, Math.min(StageView.LONGEST, pressTime + moved)));
        }
    }

    private void scrolled(ScrollEvent event) {
        double distance = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        if (view.stageLayout().scrollRange() > 0) {
            view.scrollBy(-distance);
            event.consume();
        }
    }
}
