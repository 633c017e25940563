package org.unfoldlab.app.runs;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** One run in the list; the chosen one carries its details and its menu. Changed in place, so that focus stays. */
final class RunRow extends VBox {
    private static final int COLOURS = 5;
    /** The menu stands beside the name, so that the line below keeps its room. */
    private static final Insets BESIDE_MENU = new Insets(0, 24, 0, 0);

    private static final Insets AT_THE_NAME = new Insets(-6, -6, 0, 0);

    private final RunsViewModel runs;
    private final RunDesk desk;
    private final RunViewModel run;
    private final RunMenu menu;
    private final Label name = new Label();
    private final Label state = label("muted");
    private final Label error = label("strong");
    private final FontIcon pin = FontIcon.of(MaterialDesignP.PIN);
    private final Button choose;
    private final HBox line;
    private final HBox first;
    private final StackPane cell;
    private final HBox top;
    private Optional<RunDetails> details = Optional.empty();
    private int colour;

    RunRow(RunsViewModel runs, RunDesk desk, RunViewModel run, RunMenu menu) {
        super(8);
        this.runs = runs;
        this.desk = desk;
        this.run = run;
        this.menu = menu;
        name.getStyleClass().addAll("strong", "label-text");
        name.setMinWidth(0);
        state.setMinWidth(0);
        pin.getStyleClass().add("pin-icon");
        pin.managedProperty().bind(pin.visibleProperty());
        line = new HBox(6, sample(run.colour()), state, RunList.gap(), error);
        line.setAlignment(Pos.CENTER_LEFT);
        first = new HBox(4, name, pin);
        first.setAlignment(Pos.CENTER_LEFT);
        choose = choose();
        cell = new StackPane(choose);
        top = new HBox(8, tick(), cell);
        HBox.setHgrow(cell, Priority.ALWAYS);
        getChildren().add(top);
        getStyleClass().add("run-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        refresh("");
    }

    private CheckBox tick() {
        CheckBox tick = new CheckBox();
        tick.selectedProperty().bindBidirectional(run.shownProperty());
        tick.setAccessibleText("Draw run " + run.number());
        tick.setId("draw-run-" + run.number());
        return tick;
    }

    private Button choose() {
        VBox texts = new VBox(4, first, line);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button button = new Button("", texts);
        button.getStyleClass().add("run-name");
        button.setId("run-" + run.number());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        // Later, since a width that changes while the list is laid out would be asked for too late.
        button.widthProperty().subscribe(width -> Platform.runLater(() -> texts.setPrefWidth(width.doubleValue() - 2)));
        button.setOnAction(event -> runs.choose(run));
        Hints.explain(button, () -> run.name() + ", " + RunWords.settings(run.network()));
        ContextMenu context = new ContextMenu();
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.F2) {
                menu.rename(run);
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                menu.trash(run);
                event.consume();
            }
        });
        button.setOnContextMenuRequested(event -> {
            context.getItems().setAll(menu.items(run));
            context.show(button, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return button;
    }

    /**
     * Brings it up to date.
     *
     * @param distinction what tells the run from others of its name; empty where nothing does
     */
    void refresh(String distinction) {
        name.setText(run.number() + " " + run.name());
        String words = stateWords();
        state.setText(run.phase() == Phase.FINISHED && !distinction.isEmpty() ? distinction : words);
        String percent = RunWords.percent(RunWords.lastError(run.record()));
        error.setText(percent);
        pin.setVisible(run.label().pinned());
        choose.setAccessibleText("Run " + run.number() + ", " + run.name() + ", "
                + (distinction.isEmpty() ? "" : distinction + ", ") + words + ", test error " + percent);
        showColour();
        showChosen(runs.chosen().equals(Optional.of(run)));
        details.ifPresent(RunDetails::refresh);
    }

    private void showColour() {
        if (colour != run.colour()) {
            colour = run.colour();
            line.getChildren().set(0, sample(colour));
            getStyleClass().removeIf(style -> style.matches("run-\\d"));
            getStyleClass().add("run-" + ((colour - 1) % COLOURS + 1));
        }
    }

    private void showChosen(boolean chosen) {
        if (chosen == details.isPresent()) {
            return;
        }
        if (chosen) {
            RunDetails made = new RunDetails(runs, desk, run);
            details = Optional.of(made);
            cell.getChildren().setAll(choose, menuButton());
            first.setPadding(BESIDE_MENU);
            getChildren().add(made);
            getStyleClass().add("chosen");
        } else {
            details = Optional.empty();
            cell.getChildren().setAll(choose);
            first.setPadding(Insets.EMPTY);
            getChildren().setAll(top);
            getStyleClass().remove("chosen");
        }
    }

    private Button menuButton() {
        Button button = new Button("", Hints.icon(MaterialDesignD.DOTS_VERTICAL));
        button.getStyleClass().addAll("icon-only", "small");
        button.setId("run-menu");
        button.setAccessibleText("What to do with run " + run.number());
        Hints.explain(button, () -> "What to do with run " + run.number());
        StackPane.setAlignment(button, Pos.TOP_RIGHT);
        StackPane.setMargin(button, AT_THE_NAME);
        ContextMenu items = new ContextMenu();
        button.setOnAction(event -> {
            items.getItems().setAll(menu.items(run));
            items.show(button, Side.BOTTOM, 0, 4);
        });
        return button;
    }

    /** Puts the caret into the name; the row must be the chosen one. */
    void rename() {
        Platform.runLater(() -> details.ifPresent(RunDetails::rename));
    }

    /** E.g. {@code queued, 2nd}. */
    private String stateWords() {
        int place = runs.queue().placeOf(run);
        return place == 0 ? run.phase().word() : "queued, " + RunWords.ordinal(place);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().addAll(style, "label-text");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** A short piece of a run's line. */
    static Line sample(int colour) {
        Line sample = new Line(0, 0, 18, 0);
        Theme.lookOf(sample).subscribe(look -> sample.setStroke(look.tokens().of(Token.run(colour))));
        sample.setStrokeWidth(2.4);
        for (double length : Dash.run(colour).pattern(2.4)) {
            sample.getStrokeDashArray().add(length);
        }
        return sample;
    }
}
