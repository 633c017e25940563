package org.unfoldlab.viz.graph;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Rows of names and values, as all panels beside the drawing have them. */
final class InspectorParts {
    static final String UNKNOWN = "–";

    private InspectorParts() {}

    /** A grid of names at the left and fields or figures at the right. */
    static GridPane grid(boolean fields) {
        GridPane grid = new GridPane(8, 8);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        if (fields) {
            names.setPercentWidth(40);
        }
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(fields);
        values.setHalignment(fields ? HPos.LEFT : HPos.RIGHT);
        grid.getColumnConstraints().addAll(List.of(names, values));
        return grid;
    }

    static void row(GridPane grid, String name, Node value) {
        Label label = name(name, value);
        label.setMinHeight(28);
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(grid.getRowCount(), label, value);
    }

    /** A figure at the right, with all the room that its own name leaves. */
    static void figureRow(GridPane grid, String name, Label value) {
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setAlignment(Pos.TOP_RIGHT);
        HBox row = new HBox(8, name(name, value), value);
        GridPane.setHgrow(row, Priority.ALWAYS);
        GridPane.setFillWidth(row, true);
        grid.add(row, 0, grid.getRowCount(), 2, 1);
    }

    private static Label name(String name, Node value) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "label-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(value);
        return label;
    }

    static Label figure() {
        Label label = new Label(UNKNOWN);
        label.getStyleClass().add("mono");
        return label;
    }

    static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    static Region line() {
        Region line = new Region();
        line.getStyleClass().add("inspector-line");
        return line;
    }

    static String millions(long number) {
        return String.format(java.util.Locale.ROOT, "%.2f M", number / 1e6);
    }
}
