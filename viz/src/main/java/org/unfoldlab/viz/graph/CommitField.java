package org.unfoldlab.viz.graph;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A text field that hands its text over on Enter or on leaving, and says under itself what is wrong with it. */
public final class CommitField extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Function<String, Optional<String>> check;
    private final Consumer<String> commit;
    private String shown = "";

    /**
     * @param check says in one sentence what is wrong, or nothing
     * @param commit receives a text that is right and new
     */
    public CommitField(String name, Function<String, Optional<String>> check, Consumer<String> commit) {
        super(2);
        this.check = check;
        this.commit = commit;
        field.setAccessibleText(name);
        field.getStyleClass().addAll("mono", "small");
        problem.getStyleClass().addAll("error-text", "axis-text");
        problem.setWrapText(true);
        problem.setManaged(false);
        getChildren().addAll(field, problem);
        field.setOnAction(event -> tryCommit());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                tryCommit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
                show(shown);
                event.consume();
            }
        });
    }

    /** Says of the empty and of the right field alike what may stand in it: unit and range. */
    public CommitField hint(String words) {
        field.setTooltip(new Tooltip(words));
        field.setAccessibleHelp(words);
        return this;
    }

    /** Shows a value, unless another one is being typed. */
    public void show(String value) {
        boolean typing = field.isFocused() && !field.getText().equals(shown);
        shown = value;
        if (!typing) {
            field.setText(value);
            say(Optional.empty());
        }
    }

    TextField field() {
        return field;
    }

    private void tryCommit() {
        String text = field.getText().strip();
        Optional<String> wrong = text.equals(shown) ? Optional.empty() : check.apply(text);
        say(wrong);
        if (wrong.isEmpty() && !text.equals(shown)) {
            shown = text;
            commit.accept(text);
        }
    }

    private void say(Optional<String> wrong) {
        problem.setText(wrong.orElse(""));
        problem.setManaged(wrong.isPresent());
        field.pseudoClassStateChanged(DANGER, wrong.isPresent());
    }
}
