package org.unfoldlab.app.editor;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.unfoldlab.app.shell.Scrolling;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.unrolled.StageView;

/** The stage over the matrix; a page that scrolls where a small window has no room for all their rows. */
final class DrawPage extends ScrollPane {
    private final StageView stage;
    private final MatrixView matrix;
    private final Column column;

    DrawPage(StageView stage, MatrixView matrix) {
        this.stage = stage;
        this.matrix = matrix;
        column = new Column();
        // A scroll pane takes the focus on a press that reaches it; here the pressed view has it already.
        column.addEventHandler(MouseEvent.MOUSE_PRESSED, Event::consume);
        setContent(column);
        setId("draw-page");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        addEventHandler(KeyEvent.KEY_RELEASED, event -> reveal());
    }

    /** Keeps the cell in sight that keys have walked to. */
    private void reveal() {
        Node focused = getScene().getFocusOwner();
        double hidden = column.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0 && focused != null && isInMatrix(focused)) {
            Bounds at = column.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
            double seen = getViewportBounds().getHeight();
            setVvalue(Scrolling.toSee(getVvalue() * hidden, hidden, seen, at.getMinY(), at.getMaxY()));
        }
    }

    private boolean isInMatrix(Node node) {
        return node == matrix || node.getParent() != null && isInMatrix(node.getParent());
    }

    /** First the stage gives way to the matrix, then the matrix squeezes its rows, at last the stage does. */
    private final class Column extends Region {
        Column() {
            getChildren().addAll(stage, matrix);
        }

        private double matrixHeight(double width, double height) {
            double least = matrix.minHeight(width);
            double easy = Math.min(matrix.prefHeight(width), height - stage.easyHeight());
            return matrix.isManaged() ? Math.max(least, easy) : 0;
        }

        @Override
        protected double computeMinHeight(double width) {
            return stage.minHeight(width) + (matrix.isManaged() ? matrix.minHeight(width) : 0);
        }

        @Override
        protected double computePrefHeight(double width) {
            return stage.prefHeight(width) + (matrix.isManaged() ? matrix.prefHeight(width) : 0);
        }

        @Override
        protected void layoutChildren() {
            double below = snapSizeY(matrixHeight(getWidth(), getHeight()));
            stage.resizeRelocate(0, 0, getWidth(), getHeight() - below);
            matrix.resizeRelocate(0, getHeight() - below, getWidth(), below);
        }
    }
}
