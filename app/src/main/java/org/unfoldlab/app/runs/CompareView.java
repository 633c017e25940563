package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.sweep.Spread;

/** A table of the ticked runs: only what differs, beside the results; and mean and spread where seeds repeat. */
final class CompareView extends VBox {
    private static final double FIRST_COLUMN = 170;
    private static final double RUN_COLUMN = 132;
    private static final double WIDEST_COLUMN = 150;

    private final RunsViewModel runs;
    private final ScrollPane scroll = new ScrollPane();
    private String seen = "";

    CompareView(RunsViewModel runs) {
        super(12);
        this.runs = runs;
        getStyleClass().addAll("stage", "compare");
        setId("compare-view");
        scroll.setFitToHeight(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll);
    }

    private Node head() {
        Label title = new Label("Compare");
        title.getStyleClass().add("column-title");
        Label unit = new Label("only what differs, beside the results");
        unit.getStyleClass().add("muted");
        HBox words = new HBox(12, title, unit);
        words.setAlignment(Pos.BASELINE_LEFT);
        Button copy = new Button("Copy table");
        copy.getStyleClass().add("small");
        copy.setId("copy-table");
        copy.setOnAction(event -> copy());
        Button back = new Button("Back to plots");
        back.getStyleClass().add("small");
        back.setId("back-to-plots");
        back.setOnAction(event -> runs.comparingProperty().set(false));
        HBox head = new HBox(8, words, RunList.gap(), copy, back);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private List<RunViewModel> ticked() {
        return runs.runs().stream().filter(run -> run.shownProperty().get()).toList();
    }

    private void copy() {
        List<RunViewModel> ticked = ticked();
        ClipboardContent content = new ClipboardContent();
        content.putString(Comparison.of(ticked)
                .asText(ticked.stream()
                        .map(run -> run.number() + " " + run.name())
                        .toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows the runs that are ticked now; does nothing while nothing changed. */
    void refresh() {
        List<RunViewModel> ticked = ticked();
        Comparison comparison = Comparison.of(ticked);
        String now = comparison
                + ticked.stream()
                        .map(run -> run.name() + run.colour() + run.phase())
                        .toList()
                        .toString();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        VBox content = new VBox(24);
        content.getStyleClass().add("compare-content");
        if (ticked.size() < 2) {
            Label few = new Label("Tick two runs or more at the left.");
            few.getStyleClass().add("muted");
            content.getChildren().add(few);
        } else {
            content.getChildren().add(table(ticked, comparison));
            seeds(ticked).ifPresent(content.getChildren()::add);
        }
        scroll.setContent(content);
    }

    private static GridPane table(List<RunViewModel> ticked, Comparison comparison) {
        GridPane grid = grid(ticked.size());
        for (int i = 0; i < ticked.size(); i++) {
            grid.add(heading(ticked.get(i)), i + 1, 0);
        }
        int row = 1;
        row = section(grid, row, "What differs", comparison.settings(), "Nothing: they are the same experiment.");
        row = section(grid, row, "Results", comparison.results(), "");
        section(grid, row, "Test error by readout time", comparison.readouts(), "Not measured yet.");
        return grid;
    }

    private static GridPane grid(int columns) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(4);
        ColumnConstraints first = new ColumnConstraints(FIRST_COLUMN);
        grid.getColumnConstraints().add(first);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(RUN_COLUMN);
            column.setMaxWidth(WIDEST_COLUMN);
            column.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static Node heading(RunViewModel run) {
        Label name = new Label(run.number() + " " + run.name());
        name.getStyleClass().addAll("strong", "label-text");
        name.setWrapText(true);
        name.setMaxWidth(WIDEST_COLUMN);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.getStyleClass().add("compare-value");
        name.setAlignment(Pos.BOTTOM_RIGHT);
        VBox box = new VBox(4, RunRow.sample(run.colour()), name);
        box.setAlignment(Pos.BOTTOM_RIGHT);
        return box;
    }

    private static int section(GridPane grid, int from, String title, List<Comparison.Row> rows, String none) {
        int row = from;
        Label heading = new Label(title);
        heading.getStyleClass().addAll("section", "compare-section");
        grid.add(heading, 0, row++, GridPane.REMAINING, 1);
        if (rows.isEmpty() && !none.isEmpty()) {
            Label label = new Label(none);
            label.getStyleClass().addAll("muted", "label-text");
            grid.add(label, 0, row++, GridPane.REMAINING, 1);
        }
        for (Comparison.Row line : rows) {
            grid.add(cell(line.name(), "muted"), 0, row);
            for (int i = 0; i < line.values().size(); i++) {
                boolean best = line.best().isPresent() && line.best().getAsInt() == i;
                Label value = value(line.values().get(i), best);
                value.setAccessibleText(line.name() + ": " + line.values().get(i) + (best ? ", lowest" : ""));
                grid.add(value, i + 1, row);
            }
            row++;
        }
        return row;
    }

    /** Right-aligned, so that figures stand under each other. */
    private static Label value(String text, boolean strong) {
        Label label = cell(text, strong ? "strong" : "");
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("compare-value");
        return label;
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add("label-text");
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setWrapText(true);
        label.setMaxWidth(WIDEST_COLUMN);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Mean and spread of each experiment that was repeated with several seeds. */
    private static Optional<Node> seeds(List<RunViewModel> ticked) {
        List<SeedMeans.Group> groups = SeedMeans.repetitions(ticked);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        GridPane grid = grid(5);
        Label title = new Label("Test error over seeds");
        title.getStyleClass().add("section");
        grid.add(title, 0, 0, GridPane.REMAINING, 1);
        List<String> names = List.of("seeds", "mean", "deviation", "lowest", "highest");
        for (int i = 0; i < names.size(); i++) {
            Label name = value(names.get(i), false);
            name.getStyleClass().add("muted");
            grid.add(name, i + 1, 1);
        }
        int row = 2;
        for (SeedMeans.Group group : groups) {
            grid.add(cell(group.condition(), ""), 0, row);
            List<String> values =
                    SeedMeans.lastErrors(group).map(CompareView::figures).orElse(List.of());
            for (int i = 0; i < values.size(); i++) {
                grid.add(value(values.get(i), i == 1), i + 1, row);
            }
            row++;
        }
        return Optional.of(grid);
    }

    private static List<String> figures(Spread spread) {
        List<String> figures = new ArrayList<>();
        figures.add(String.format(Locale.ROOT, "%d", spread.count()));
        figures.add(RunWords.percent(OptionalDouble.of(spread.mean())));
        figures.add(RunWords.percent(spread.deviation()));
        figures.add(RunWords.percent(OptionalDouble.of(spread.lowest())));
        figures.add(RunWords.percent(OptionalDouble.of(spread.highest())));
        return figures;
    }
}
