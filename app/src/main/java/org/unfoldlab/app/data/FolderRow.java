package org.unfoldlab.app.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Images of one's own. */
final class FolderRow {
    private FolderRow() {}

    static Node create(boolean chosen, Runnable choose) {
        Label title = new Label("Your own images");
        title.getStyleClass().add("strong");
        Label what = new Label("A folder with one subfolder for each class; any size, resized to the stimulus");
        what.getStyleClass().addAll("muted", "label-text");
        what.setWrapText(true);
        VBox texts = new VBox(2, title, what);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button button = new Button("Choose folder…");
        button.getStyleClass().add("small");
        button.setId("data-folder-choose");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> choose.run());
        HBox row = new HBox(12, texts, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("data-row");
        if (chosen) {
            row.getStyleClass().add("chosen");
        }
        return row;
    }
}
