package org.unfoldlab.viz.unrolled;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** A line about what happens next, with a button for what one may want to do now. An offer goes after a while. */
final class Offer extends HBox {
    private static final Duration STAYS = Duration.seconds(12);

    private final Label words = new Label();
    private final Button button = new Button();
    private final PauseTransition going = new PauseTransition(STAYS);

    Offer() {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        setPickOnBounds(false);
        words.getStyleClass().addAll("muted", "label-text");
        words.setTextOverrun(OverrunStyle.ELLIPSIS);
        words.setMinWidth(0);
        words.setMouseTransparent(true);
        button.setId("offer");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, button);
        going.setOnFinished(event -> say(""));
        say("");
    }

    /** Shows a line only; an empty one shows nothing. */
    void say(String line) {
        going.stop();
        words.setText(line);
        button.setVisible(false);
        button.setManaged(false);
        setVisible(!line.isEmpty());
        words.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Shows a line and a button that does something once. */
    void make(String line, String verb, Runnable action) {
        say(line);
        button.setText(verb);
        button.setVisible(true);
        button.setManaged(true);
        button.setOnAction(event -> {
            say("");
            action.run();
        });
        going.playFromStart();
    }
}
