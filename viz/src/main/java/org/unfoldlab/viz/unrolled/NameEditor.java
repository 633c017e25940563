package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StateEdits;

/** Renames a state in place, with a sentence under the field while a name cannot be; Escape keeps the old one. */
final class NameEditor extends VBox {
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Supplier<NetworkDocument> document;
    private final BiConsumer<String, String> rename;
    private final Runnable closed;
    private String name = "";

    NameEditor(Supplier<NetworkDocument> document, BiConsumer<String, String> rename, Runnable closed) {
        super(2);
        this.document = document;
        this.rename = rename;
        this.closed = closed;
        field.getStyleClass().add("strong");
        field.setAccessibleText("Name of the state");
        problem.getStyleClass().addAll("error-text", "axis-text");
        problem.setWrapText(true);
        getChildren().addAll(field, problem);
        setManaged(false);
        setVisible(false);
        field.setOnAction(event -> commit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused && isVisible()) {
                leave();
            }
        });
    }

    /** Opens for a state; the caller places it. */
    void open(String state) {
        name = state;
        field.setText(state);
        problem.setText("");
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    String name() {
        return name;
    }

    private void commit() {
        Optional<String> why = whyNot();
        if (why.isPresent()) {
            problem.setText(why.get());
        } else {
            close();
            set();
        }
    }

    /** The focus is elsewhere: takes the name if it can be one. */
    private void leave() {
        setVisible(false);
        if (whyNot().isEmpty()) {
            set();
        }
    }

    private String wanted() {
        return field.getText().strip();
    }

    private Optional<String> whyNot() {
        return wanted().equals(name) ? Optional.empty() : StateEdits.nameProblem(document.get(), wanted());
    }

    private void set() {
        boolean there = document.get().state(name).isPresent();
        if (there && !wanted().equals(name)) {
            rename.accept(name, wanted());
        }
    }

    private void close() {
        setVisible(false);
        closed.run();
    }
}
