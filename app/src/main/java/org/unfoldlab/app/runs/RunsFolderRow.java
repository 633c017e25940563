package org.unfoldlab.app.runs;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.unfoldlab.app.shell.Hints;

/** Where runs are kept, for the settings. */
public final class RunsFolderRow {
    private RunsFolderRow() {}

    public static Node of(RunsViewModel runs, RunDesk desk) {
        Label where = new Label(runs.home().toString());
        where.getStyleClass().addAll("muted", "label-text");
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        where.setMinWidth(0);
        Hints.explain(where, where::getText);
        Button change = new Button("Change…");
        change.getStyleClass().add("small");
        change.setId("change-runs-folder");
        change.setMinWidth(Button.USE_PREF_SIZE);
        change.setAccessibleText("Keep runs in another folder");
        change.setOnAction(event -> {
            desk.chooseHome();
            where.setText(runs.home().toString());
        });
        HBox row = new HBox(12, where, change);
        HBox.setHgrow(where, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
