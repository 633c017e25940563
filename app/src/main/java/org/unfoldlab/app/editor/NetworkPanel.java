package org.unfoldlab.app.editor;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.datasets.catalog.Catalog;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.viz.graph.NetworkInspector;
import org.unfoldlab.viz.graph.SelectionInspector;
import org.unfoldlab.viz.graph.WeightGroupList;
import org.unfoldlab.viz.theme.Theme;

/** At the right of Draw: what is chosen, what the whole network amounts to at T, and how it will be trained. */
final class NetworkPanel extends BorderPane {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final String UNKNOWN = "–";
    private static final double FEWEST_MS_PER_STEP = 20;
    private static final double MOST_MS_PER_STEP = 50;

    private final Label about = new Label();
    private final Label source = new Label();
    private final Label whole = new Label();
    private final Label parameters = figure();
    private final Label unshared = figure();
    private final Label multiplyAdds = figure();
    private final Label steps = figure();
    private final Label time = figure();
    private final Button data = new Button();
    private final Label epochs = figure();
    private final Label batch = figure();
    private final Label rate = figure();
    private final Label seed = figure();
    private final WeightGroupList groups;
    private final NetworkInspector fields;
    private final VBox story;
    private final Region aboveWhole = PanelParts.line();
    private final VBox weights;
    private final BooleanSupplier nothingChosen;

    NetworkPanel(DocumentViewModel document, Runnable chooseData) {
        nothingChosen = () -> document.selectionProperty().get().isEmpty();
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        source.setWrapText(true);
        source.setMinHeight(Region.USE_PREF_SIZE);
        source.getStyleClass().addAll("muted", "label-text");
        whole.getStyleClass().add("section");
        data.getStyleClass().add("small");
        data.setId("choose-data");
        data.setOnAction(event -> chooseData.run());
        SelectionInspector chosen = new SelectionInspector(document.drawing().network());
        chosen.setOnEdit(document::edit);
        chosen.selectionProperty().bindBidirectional(document.selectionProperty());
        groups = new WeightGroupList(document.selectionProperty()::set);
        weights = new VBox(12, PanelParts.line(), PanelParts.section("Parameters by weight group"), groups);
        fields = new NetworkInspector(document::edit);
        story = new VBox(12, about, source);
        VBox training = new VBox(12, PanelParts.line(), PanelParts.section("Training"), settings());
        VBox later = new VBox(12, PanelParts.line(), fields);
        document.selectionProperty().subscribe(selection -> {
            take(training, selection.isEmpty());
            take(later, selection.isEmpty());
            showStory(document.document());
        });
        VBox box = new VBox(chosen, story, aboveWhole, whole, amounts(), training, weights, later);
        box.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        getStyleClass().addAll("inspector", "network-panel");
        Theme.lookOf(this).subscribe(look -> pseudoClassStateChanged(WIDE, look.wide()));
        document.drawingProperty().subscribe(drawing -> {
            chosen.networkProperty().set(drawing.network());
            show(drawing);
        });
    }

    /** What the file says of itself, above all else while nothing is chosen. */
    private void showStory(NetworkDocument now) {
        about.setText(now.description());
        source.setText(now.source());
        take(about, !now.description().isEmpty());
        take(source, !now.source().isEmpty());
        boolean nothing = nothingChosen.getAsBoolean();
        take(story, nothing && (about.isManaged() || source.isManaged()));
        take(aboveWhole, !nothing || story.isManaged());
    }

    /** What is not shown takes no room. */
    private static void take(Node node, boolean room) {
        node.setVisible(room);
        node.setManaged(room);
    }

    private void show(Drawing drawing) {
        NetworkDocument now = drawing.document();
        showStory(now);
        fields.show(drawing.network());
        groups.show(drawing.network());
        take(weights, !groups.getChildren().isEmpty());
        whole.setText("Whole network at T = " + drawing.readoutTime());
        parameters.setText(drawing.counts().map(c -> count(c.parameters())).orElse(UNKNOWN));
        OptionalLong without = drawing.parametersWithoutSharing();
        unshared.setText(without.isPresent() ? count(without.getAsLong()) : UNKNOWN);
        multiplyAdds.setText(
                drawing.counts().map(c -> millions(c.multiplyAdds())).orElse(UNKNOWN));
        steps.setText(drawing.unrolling()
                .map(u -> u.running().size() + ", " + u.ghosts().size())
                .orElse(UNKNOWN));
        time.setText(Math.round(FEWEST_MS_PER_STEP * drawing.readoutTime()) + "–"
                + Math.round(MOST_MS_PER_STEP * drawing.readoutTime()) + " ms");
        showTraining(now);
    }

    private void showTraining(NetworkDocument now) {
        data.setText(title(now.data()) + "…");
        data.setAccessibleText("Data: " + title(now.data()) + ". Choose other data");
        Training training = now.training();
        epochs.setText(count(training.epochs()));
        batch.setText(training.batch() + " images");
        rate.setText(rates(training.schedule()));
        seed.setText(String.valueOf(training.seed()));
    }

    private GridPane amounts() {
        GridPane grid = grid();
        row(grid, "Parameters", parameters);
        row(grid, "Without sharing", unshared);
        row(grid, "Multiply-adds", multiplyAdds);
        row(grid, "Steps run, ghosts", steps);
        row(grid, "Estimated time", time);
        return grid;
    }

    private GridPane settings() {
        GridPane grid = grid();
        row(grid, "Data", data);
        row(grid, "Epochs", epochs);
        row(grid, "Batch", batch);
        row(grid, "Learning rate", rate);
        row(grid, "Seed", seed);
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(8, 8);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(List.of(names, figures));
        return grid;
    }

    private static void row(GridPane grid, String name, Node value) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "label-text");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(value);
        grid.addRow(grid.getRowCount(), label, value);
    }

    private static Label figure() {
        Label label = new Label(UNKNOWN);
        label.getStyleClass().add("mono");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static String title(DataChoice data) {
        return Catalog.entries().stream()
                .filter(entry -> entry.name().equals(data.set()))
                .findFirst()
                .map(entry -> entry.title().split(",", 2)[0])
                .orElse(data.path().map(path -> "Folder " + path).orElse(data.set()));
    }

    private static String rates(Training.Schedule schedule) {
        if (schedule instanceof Training.Schedule.Steps own) {
            return own.pieces().stream()
                    .map(piece -> String.valueOf(piece.learningRate()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse(UNKNOWN);
        }
        return schedule instanceof Training.Schedule.Paper ? "0.01, 0.001, 1e-4" : "0.1 to 1e-4";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String millions(long number) {
        return String.format(Locale.ROOT, "%.2f M", number / 1e6);
    }
}
