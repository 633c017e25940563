package org.unfoldlab.app.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.Drawing;
import org.unfoldlab.viz.theme.Look;

/** The slider of T and the sentence that follows from it. */
final class ReadoutBar extends HBox {
    private static final int SHORTEST_RANGE = 12;
    private static final int LONGEST_RANGE = 50;
    private static final double SLIDER_WIDTH = 150;
    private static final double NARROW_SLIDER_WIDTH = 96;
    private static final double WIDE_SLIDER_WIDTH = 320;
    private static final double NARROW_WINDOW = 1200;

    private final DocumentViewModel document;
    private final Slider slider = new Slider(1, SHORTEST_RANGE, 5);
    private final ReadoutSentence sentence = new ReadoutSentence();
    private final Label caption = new Label("Readout\ntime");
    private boolean showing;

    ReadoutBar(DocumentViewModel document, ObservableValue<ErrorWords> error) {
        super(12);
        this.document = document;
        setAlignment(Pos.CENTER_RIGHT);
        setFillHeight(false);
        setMinWidth(USE_PREF_SIZE);
        caption.getStyleClass().addAll("muted", "label-text", "readout-caption");
        caption.setLabelFor(slider);
        caption.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(caption, slider, sentence);
        prepareSlider();
        document.originProperty().subscribe(() -> fitRange(true));
        document.documentProperty().subscribe(this::showTime);
        document.drawingProperty().subscribe(drawing -> say(drawing, error.getValue()));
        error.subscribe(words -> say(document.drawing(), words));
    }

    /** Gives the slider the room that a window of this width has. */
    void fit(double windowWidth, Look look) {
        double scale = look.scale();
        boolean narrow = windowWidth < NARROW_WINDOW * scale;
        boolean tight = windowWidth < WindowLimits.SENTENCE_ONLY * scale;
        slider.setPrefWidth(narrow ? NARROW_SLIDER_WIDTH : look.wide() ? WIDE_SLIDER_WIDTH : SLIDER_WIDTH);
        caption.setVisible(!tight);
        caption.setManaged(!tight);
    }

    /** Moves T by so many steps. */
    void move(int by) {
        document.setReadoutTime(document.document().readout().time() + by);
    }

    private void prepareSlider() {
        slider.setId("readout-slider");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setMinWidth(NARROW_SLIDER_WIDTH);
        slider.setAccessibleText("Readout time T");
        slider.setPrefWidth(SLIDER_WIDTH);
        slider.valueProperty().subscribe(value -> {
            if (!showing) {
                document.setReadoutTime((int) Math.round(value.doubleValue()));
            }
        });
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                document.endMove();
                showTime();
            }
        });
        Hints.explain(slider, () -> "Readout time T: when the answer is read  [  ]");
    }

    private void showTime() {
        fitRange(false);
        if (!slider.isValueChanging()) {
            showing = true;
            slider.setValue(document.document().readout().time());
            showing = false;
        }
    }

    /** A new document gets a range of about twice its T; a larger T stretches it. */
    private void fitRange(boolean anew) {
        int time = document.document().readout().time();
        if (anew || time > slider.getMax()) {
            showing = true;
            slider.setMax(Math.max(time, Math.min(LONGEST_RANGE, Math.max(SHORTEST_RANGE, 2 * time))));
            showing = false;
        }
    }

    private void say(Drawing drawing, ErrorWords words) {
        sentence.say(drawing.readoutTime(), drawing.depth(), drawing.silent() ? ErrorWords.NO_SIGNAL : words);
    }
}
