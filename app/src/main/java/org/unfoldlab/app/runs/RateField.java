package org.unfoldlab.app.runs;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.unfoldlab.app.shell.Hints;

/** The learning rate of the run that trains; Enter changes it from the next batch on. */
final class RateField extends HBox {
    private final RunQuestions questions;
    private final TextField field = new TextField();
    private Optional<RunViewModel> run = Optional.empty();
    private String shown = "";

    RateField(RunQuestions questions) {
        super(6);
        this.questions = questions;
        Label name = new Label("rate");
        name.getStyleClass().addAll("muted", "label-text");
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        field.getStyleClass().add("small");
        field.setId("learning-rate");
        field.setPrefColumnCount(6);
        field.setMaxWidth(84);
        field.setMinWidth(60);
        field.setAccessibleText("Learning rate of the run that trains; Enter changes it");
        Hints.explain(field, () -> "Learning rate from the next batch on, in place of the schedule. Enter changes it.");
        field.setOnAction(event -> change());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                field.setText(shown);
                mark(false);
            }
        });
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(name, field);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Follows the run that trains, if there is one. */
    void show(Optional<RunViewModel> live) {
        setVisible(live.isPresent());
        if (!run.equals(live)) {
            run = live;
            show("");
        }
        live.flatMap(one -> one.record().lastBatch()).ifPresent(batch -> show(RateChanges.rate(batch.learningRate())));
    }

    private void show(String rate) {
        shown = rate;
        if (!field.isFocused()) {
            field.setText(shown);
        }
    }

    private void change() {
        try {
            double rate = Double.parseDouble(field.getText().strip());
            if (rate > 0 && !Double.isInfinite(rate)) {
                questions.changeRate(rate);
                shown = RateChanges.rate(rate);
                mark(false);
                return;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the mark: what was typed stays, to be mended.
        }
        mark(true);
    }

    private void mark(boolean wrong) {
        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), wrong);
        field.setAccessibleHelp(wrong ? "A learning rate is a number above 0, like 0.01." : "");
    }
}
