package org.unfoldlab.viz.matrix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.TransitionText;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.viz.plot.Box;

/**
 * The line {@code BRCx2 +I @2..T-1} over a cell, with a sentence under it while it is unclear. Several transitions of one
 * pair stand in one line: {@code BRCx2 @1..3; C +I @4..T-1}.
 */
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
        before = TransitionText.ofTurns(opened.transitions());
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

    /** Opens behind what the cell holds, for one more transition. */
    void openForAnother(MatrixShape.Cell opened) {
        String held = TransitionText.ofTurns(opened.transitions());
        open(opened, held.isEmpty() ? "" : held + "; ");
    }

    /** A sentence under the line. */
    void complain(String why) {
        unclear.setText(why);
        follow(matrix.shape());
    }

    void close() {
        cell = Optional.empty();
        setVisible(false);
    }

    /** The focus went elsewhere: what was typed counts, if it can be read. */
    private void leave() {
        boolean changed = !field.getText().strip().equals(before);
        List<TransitionText.Parsed> parts = TransitionText.parseTurns(field.getText());
        if (changed && unclear(parts).isEmpty()) {
            set(understood(parts));
        }
        close();
    }

    private static Optional<String> unclear(List<TransitionText.Parsed> parts) {
        return parts.stream()
                .flatMap(part ->
                        part instanceof TransitionText.Parsed.Unclear problem ? Stream.of(problem.why()) : Stream.of())
                .findFirst();
    }

    private static List<TransitionText> understood(List<TransitionText.Parsed> parts) {
        return parts.stream()
                .flatMap(part ->
                        part instanceof TransitionText.Parsed.Understood read ? Stream.of(read.text()) : Stream.of())
                .toList();
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
            double width =
                    Math.max(box.width(), Math.max(180, 9 * field.getText().length()));
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
        List<TransitionText.Parsed> parts = TransitionText.parseTurns(field.getText());
        Optional<String> why = unclear(parts);
        if (why.isPresent()) {
            complain(why.get());
        } else if (cell.isPresent()) {
            MatrixShape.Cell edited = cell.get();
            set(understood(parts));
            close();
            matrix.focusCell(edited.from(), edited.to());
        }
    }

    private void set(List<TransitionText> texts) {
        MatrixShape.Cell edited = cell.orElseThrow();
        String from = edited.from();
        String to = edited.to();
        String label = edited.transitions().isEmpty()
                ? "Connect " + from + " to " + to
                : "Edit " + edited.transitions().get(0).id();
        matrix.propose(ProposedEdit.once(label, document -> TurnEdits.set(document, from, to, texts)));
    }
}
