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
    private String before = "";

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
            if (!focused && cell.isPresent()) {
                leave();
            }
        });
    }

    /**
     * Opens over a cell.
     *
     * @param start what was typed already, in place of what the cell holds; empty to edit that
     */
    void open(MatrixShape.Cell opened, String start) {
        cell = Optional.of(opened);
        before = opened.transition()
                .map(TransitionText::of)
                .map(TransitionText::toString)
                .orElse("");
        field.setText(start.isEmpty() ? before : start);
        unclear.setText("");
        setVisible(true);
        toFront();
        follow(matrix.shape());
        field.requestFocus();
        if (start.isEmpty()) {
            field.selectAll();
        } else {
            field.end();
        }
    }

    void close() {
        cell = Optional.empty();
        setVisible(false);
    }

    /** The focus went elsewhere: what was typed counts, if it can be read. */
    private void leave() {
        boolean changed = !field.getText().strip().equals(before);
        if (changed && TransitionText.parse(field.getText()) instanceof TransitionText.Parsed.Understood read) {
            set(read.text());
        }
        close();
    }

    /** Closes when its cell is no more. */
    void keepUp(MatrixShape shape) {
        if (cell.isPresent() && shape.cell(cell.get().from(), cell.get().to()).isEmpty()) {
            close();
        }
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
        TransitionText.Parsed parsed = TransitionText.parse(field.getText());
        if (parsed instanceof TransitionText.Parsed.Unclear problem) {
            unclear.setText(problem.why());
            follow(matrix.shape());
        } else if (parsed instanceof TransitionText.Parsed.Understood read && cell.isPresent()) {
            MatrixShape.Cell edited = cell.get();
            set(read.text());
            close();
            matrix.focusCell(edited.from(), edited.to());
        }
    }

    private void set(TransitionText text) {
        MatrixShape.Cell edited = cell.orElseThrow();
        Optional<Transition> there = edited.transition();
        if (there.isPresent()) {
            String id = there.get().id();
            matrix.propose(ProposedEdit.once("Edit " + id, document -> TransitionEdits.set(document, id, text)));
        } else {
            String from = edited.from();
            String to = edited.to();
            matrix.propose(ProposedEdit.once(
                    "Connect " + from + " to " + to, document -> TransitionEdits.connect(document, from, to, text)));
        }
    }
}
