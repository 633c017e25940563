package org.unfoldlab.viz.matrix;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.graph.TransitionText;
import org.unfoldlab.viz.plot.Box;

/** The line {@code BRCx2 +I @2..T-1} over a cell, with a sentence under it while it is unclear. */
final class CellEditor extends VBox {
    private final MatrixView matrix;
    private final TextField field = new TextField();
    private final Label unclear = new Label();
    private Optional<MatrixShape.Cell> cell = Optional.empty();

    CellEditor(MatrixView matrix) {
        super(2);
        this.matrix = matrix;
        field.getStyleClass().addAll("mono", "matrix-editor");
        field.setAccessibleText("Function, shortcut and window");
        unclear.getStyleClass().addAll("error-text", "axis-text", "matrix-unclear");
        unclear.setWrapText(true);
        getChildren().addAll(field, unclear);
        setVisible(false);
        setManaged(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.setOnAction(event -> commit());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                close();
            }
        });
    }

    /** Opens over a cell that holds a transition. */
    void open(MatrixShape.Cell opened) {
        Optional<Transition> transition = opened.transition();
        if (transition.isEmpty()) {
            return;
        }
        cell = Optional.of(opened);
        field.setText(TransitionText.of(transition.get()).toString());
        unclear.setText("");
        setVisible(true);
        toFront();
        follow(matrix.shape());
        field.requestFocus();
        field.selectAll();
    }

    void close() {
        setVisible(false);
        cell = Optional.empty();
    }

    /** Stays on its cell when the matrix moves. */
    void follow(MatrixShape shape) {
        cell.flatMap(now -> shape.cell(now.from(), now.to())).ifPresent(now -> {
            Box box = now.box();
            double height = Math.max(box.height(), 28);
            double width = Math.max(box.width(), 180);
            field.setMinHeight(height);
            double left = Math.min(box.x(), matrix.getWidth() - width - 4);
            resizeRelocate(left, box.centerY() - height / 2, width, prefHeight(width));
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            MatrixShape.Cell edited = cell.orElse(null);
            close();
            if (edited != null) {
                matrix.focusCell(edited.from(), edited.to());
            }
            event.consume();
        }
    }

    private void commit() {
        Optional<Transition> transition = cell.flatMap(MatrixShape.Cell::transition);
        TransitionText.Parsed parsed = TransitionText.parse(field.getText());
        if (parsed instanceof TransitionText.Parsed.Unclear problem) {
            unclear.setText(problem.why());
            follow(matrix.shape());
        } else if (parsed instanceof TransitionText.Parsed.Understood read && transition.isPresent()) {
            Transition edited = transition.get();
            close();
            matrix.focusCell(edited.from(), edited.to());
            matrix.propose(ProposedEdit.once(
                    "Edit " + edited.id(), document -> TransitionEdits.set(document, edited.id(), read.text())));
        }
    }
}
