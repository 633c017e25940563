package org.unfoldlab.app.equivalence;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.unfoldlab.app.shell.Hints;

/** The left part of the transport beside a closed form: nothing to check, perhaps something to play. */
final class PageControls extends HBox {
    private final Label headline;
    private final Button play = icon(MaterialDesignP.PLAY_CIRCLE_OUTLINE, "Play the layers  Space", "play-layers");

    PageControls(String headlineWords, String detailWords) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        headline = new Label(headlineWords);
        headline.getStyleClass().addAll("strong", "run-headline");
        Label detail = new Label(detailWords);
        detail.getStyleClass().addAll("muted", "label-text");
        headline.setMinWidth(0);
        detail.setMinWidth(0);
        VBox words = new VBox(headline, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.getStyleClass().add("run-texts");
        getChildren().add(words);
    }

    /** Adds buttons for one step back, playing, one step on. */
    void play(IntConsumer step, Runnable toggle) {
        Button back = icon(MaterialDesignS.SKIP_PREVIOUS, "One layer back", "layer-back");
        Button next = icon(MaterialDesignS.SKIP_NEXT, "One layer on", "layer-on");
        back.setOnAction(event -> step.accept(-1));
        next.setOnAction(event -> step.accept(1));
        play.setOnAction(event -> toggle.run());
        getChildren().addAll(0, java.util.List.of(back, play, next));
    }

    void setPlaying(boolean moves) {
        play.setGraphic(Hints.icon(moves ? MaterialDesignP.PAUSE_CIRCLE_OUTLINE : MaterialDesignP.PLAY_CIRCLE_OUTLINE));
    }

    void say(String words) {
        headline.setText(words);
    }

    /** An unlabelled button that says its name to a tooltip and to screen readers. */
    static Button icon(Ikon ikon, String name, String id) {
        Button button = new Button("", Hints.icon(ikon));
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(name);
        button.setId(id);
        Hints.explain(button, () -> name);
        return button;
    }
}
