package org.unfoldlab.app.shell;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a worker wrote last, and where the rest lies. */
public final class LogCard {
    private LogCard() {}

    /** @param lastWords of the worker; may be empty */
    public static Node of(String lastWords, Path folder, Runnable showFolder) {
        Label words = new Label(lastWords.isBlank() ? "The worker said nothing before it ended." : lastWords.strip());
        words.getStyleClass().addAll("mono", "file-excerpt");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label where = new Label("Everything it told before lies in events.jsonl in " + folder + ".");
        where.getStyleClass().addAll("muted", "label-text");
        where.setWrapText(true);
        where.setMinHeight(Region.USE_PREF_SIZE);
        Button show = new Button("Show in folder");
        show.setOnAction(event -> showFolder.run());
        return new VBox(12, words, where, new HBox(8, show));
    }
}
