package org.unfoldlab.viz.unrolled;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The slider from folded to unfolded; a click on either word runs there. */
final class FoldControl extends HBox {
    private final Slider slider = new Slider(0, 1, 1);
    private final Label folded = new Label("Folded");
    private final Label unfolded = new Label("Unfolded");

    FoldControl(Runnable fold, Runnable unfold) {
        super(16);
        getChildren().setAll(folded, slider, unfolded);
        getStyleClass().add("fold-control");
        setAlignment(Pos.CENTER_LEFT);
        slider.setAccessibleText("Folded to unfolded");
        slider.setBlockIncrement(0.1);
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        folded.setMinWidth(Region.USE_PREF_SIZE);
        unfolded.setMinWidth(Region.USE_PREF_SIZE);
        folded.getStyleClass().add("strong");
        unfolded.getStyleClass().add("strong");
        folded.setOnMouseClicked(click -> fold.run());
        unfolded.setOnMouseClicked(click -> unfold.run());
        slider.valueProperty().subscribe(value -> mute(value.doubleValue()));
    }

    DoubleProperty value() {
        return slider.valueProperty();
    }

    /** Told when a hand takes the thumb, which stops any motion. */
    void setOnTaken(Runnable taken) {
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> taken.run());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, event -> taken.run());
    }

    /** The word that does not hold is muted. */
    private void mute(double value) {
        folded.getStyleClass().remove("muted");
        unfolded.getStyleClass().remove("muted");
        (value > 0.5 ? folded : unfolded).getStyleClass().add("muted");
    }
}
