package org.unfoldlab.app.shell;

import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** {@code T = 8 → 19 layers → 13.2 % error}: the signature of the window. */
final class ReadoutSentence extends HBox {
    private final Label time = figure();
    private final Label layers = figure();
    private final Label layersWord = unit("layers");
    private final Label error = figure();
    private final Label errorWord = unit("");
    private final StackPane errorBox = fixed(error, "00.0 %");

    ReadoutSentence() {
        super(8);
        getStyleClass().add("readout-sentence");
        setAlignment(Pos.BASELINE_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(fixed(time, "T = 00"), arrow(), fixed(layers, "00"), layersWord, arrow(), errorBox, errorWord);
        setAccessibleRole(AccessibleRole.TEXT);
        setId("readout-sentence");
    }

    /** Says it; what is unknown is a dash or words, never zero. */
    void say(int readoutTime, OptionalInt depth, ErrorWords words) {
        time.setText("T = " + readoutTime);
        layers.setText(depth.isPresent() ? String.valueOf(depth.getAsInt()) : "–");
        layersWord.setText(depth.isPresent() && depth.getAsInt() == 1 ? "layer" : "layers");
        error.setText(words.figure());
        boolean known = !words.figure().isEmpty();
        errorBox.setVisible(known);
        errorBox.setManaged(known);
        errorWord.setText(words.words());
        setAccessibleText(time.getText() + ", " + layers.getText() + " " + layersWord.getText() + ", " + words);
    }

    private static Label figure() {
        Label label = new Label();
        label.getStyleClass().add("figure");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label unit(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "sentence-unit");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label arrow() {
        Label label = new Label("→");
        label.getStyleClass().addAll("muted", "sentence-arrow");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Keeps the width of a typical text, since the figures of Inter have different widths. */
    private static StackPane fixed(Label figure, String typical) {
        Label measure = figure();
        measure.setText(typical);
        measure.setVisible(false);
        StackPane box = new StackPane(measure, figure);
        box.setAlignment(Pos.BASELINE_RIGHT);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }
}
