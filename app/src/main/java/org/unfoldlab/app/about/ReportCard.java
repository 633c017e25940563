package org.unfoldlab.app.about;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows a problem report, part by part, lets the user leave parts out, and saves it. */
public final class ReportCard extends VBox {
    private static final int ROWS = 14;

    private final ProblemReport report;
    private final Map<ProblemReport.Part, CheckBox> boxes = new LinkedHashMap<>();
    private final TextArea text = new TextArea();
    private final Label heading = new Label();

    /** @param save told of the parts that the user keeps */
    public ReportCard(ProblemReport report, Consumer<ProblemReport> save) {
        super(12);
        this.report = report;
        Label what =
                new Label("Read what is in it, leave out what you like, and save it as one file. Nothing is sent.");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        text.setEditable(false);
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("mono");
        text.setAccessibleText("Text of the chosen part");
        heading.getStyleClass().add("section");
        VBox shown = new VBox(8, heading, text);
        HBox.setHgrow(shown, Priority.ALWAYS);
        getChildren().addAll(what, new HBox(16, parts(), shown), buttons(save));
        show(report.parts().get(0));
    }

    private Node parts() {
        GridPane grid = new GridPane(8, 8);
        grid.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup shown = new ToggleGroup();
        int row = 0;
        for (ProblemReport.Part part : report.parts()) {
            CheckBox box = new CheckBox();
            box.setSelected(part.included());
            box.setAccessibleText("Include " + part.title());
            boxes.put(part, box);
            ToggleButton name = new ToggleButton(part.title());
            name.setMaxWidth(Double.MAX_VALUE);
            name.setToggleGroup(shown);
            name.setSelected(row == 0);
            name.setOnAction(event -> show(part));
            grid.addRow(row++, box, name);
        }
        return grid;
    }

    private void show(ProblemReport.Part part) {
        heading.setText(part.title() + " (" + part.file() + ")");
        text.setText(part.text());
    }

    private Node buttons(Consumer<ProblemReport> save) {
        Button button = new Button("Save report…");
        button.getStyleClass().add("primary");
        button.setId("save-report");
        Observable[] ticks =
                boxes.values().stream().map(CheckBox::selectedProperty).toArray(Observable[]::new);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> boxes.values().stream().noneMatch(CheckBox::isSelected), ticks));
        button.setOnAction(event -> save.accept(kept()));
        return new HBox(button);
    }

    private ProblemReport kept() {
        return new ProblemReport(boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList());
    }
}
