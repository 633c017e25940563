package org.unfoldlab.app.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A sentence and the answers to choose from; the first answer is the primary one. */
public final class QuestionCard {
    private QuestionCard() {}

    /** @param sheet put away by any answer, before the answer is carried out */
    public static Node of(String sentence, List<Message.Action> answers, Sheet sheet) {
        Label text = new Label(sentence);
        text.setWrapText(true);
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Message.Action answer : answers) {
            Button button = new Button(answer.verb());
            button.setId("answer-" + Hints.idOf(answer.verb()));
            if (buttons.getChildren().isEmpty()) {
                button.getStyleClass().add("primary");
                button.setDefaultButton(true);
            }
            button.setOnAction(event -> {
                sheet.close();
                answer.action().run();
            });
            buttons.getChildren().add(button);
        }
        return new VBox(16, text, buttons);
    }
}
