package org.unfoldlab.app.runs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** The runs at the left: tick to draw one, choose to focus it. */
final class RunList extends VBox {
    private final RunsViewModel runs;
    private final VBox rows = new VBox(4);
    private List<String> seen = List.of();

    RunList(RunsViewModel runs, Node newRun) {
        this.runs = runs;
        getStyleClass().add("sidebar");
        Label title = new Label("Runs");
        title.getStyleClass().add("section");
        HBox head = new HBox(title, gap(), newRun);
        head.getStyleClass().add("sidebar-head");
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        setMinWidth(0);
        Theme.lookOf(this).subscribe(look -> rebuild());
    }

    /** Shows what the runs are now; rows that would look the same are left alone, with their focus. */
    void refresh() {
        List<String> now = runs.runs().stream()
                .map(run -> run.number()
                        + run.phase().word()
                        + percentOf(run.record())
                        + isChosen(run)
                        + runs.live().isPresent())
                .toList();
        if (!now.equals(seen)) {
            seen = now;
            rebuild();
        }
    }

    private void rebuild() {
        if (runs.runs().isEmpty()) {
            Label none = new Label("No run yet. Train makes one.");
            none.getStyleClass().addAll("muted", "label-text");
            none.setWrapText(true);
            HBox box = new HBox(none);
            box.getStyleClass().add("sidebar-head");
            rows.getChildren().setAll(List.of(box));
            return;
        }
        rows.getChildren().setAll(runs.runs().stream().map(this::row).toList());
    }

    private Node row(RunViewModel run) {
        CheckBox tick = new CheckBox();
        tick.selectedProperty().bindBidirectional(run.shownProperty());
        tick.setAccessibleText("Draw run " + run.number());
        Label name = new Label(run.number() + " " + run.network().title());
        name.getStyleClass().addAll("strong", "label-text");
        HBox line = new HBox(6, sample(run), state(run), gap(), error(run));
        line.setAlignment(Pos.CENTER_LEFT);
        VBox texts = new VBox(4, name, line);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button choose = new Button("", texts);
        choose.getStyleClass().add("run-name");
        choose.setMaxWidth(Double.MAX_VALUE);
        texts.prefWidthProperty().bind(choose.widthProperty().subtract(2));
        choose.setAccessibleText("Run " + run.number() + ", " + run.network().title() + ", "
                + run.phase().word() + ", test error " + percentOf(run.record()));
        choose.setOnAction(event -> runs.choose(run));
        HBox.setHgrow(choose, Priority.ALWAYS);
        VBox body = new VBox(6, choose);
        HBox.setHgrow(body, Priority.ALWAYS);
        if (runs.live().isEmpty() && isChosen(run) && run.phase().isResumable()) {
            body.getChildren().add(resume(run));
        }
        HBox row = new HBox(8, tick, body);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("run-row");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        if (isChosen(run)) {
            row.getStyleClass().add("chosen");
        }
        return row;
    }

    private boolean isChosen(RunViewModel run) {
        return runs.chosen().equals(Optional.of(run));
    }

    private Button resume(RunViewModel run) {
        int epoch = run.record()
                .checkpoint()
                .map(TrainingEvent.CheckpointWritten::epochsDone)
                .orElse(0);
        Button button = new Button(epoch > 0 ? "Resume from epoch " + epoch : "Resume");
        button.getStyleClass().add("small");
        button.setOnAction(event -> runs.resume(run));
        return button;
    }

    private static Label state(RunViewModel run) {
        Label state = new Label(run.phase().word());
        state.getStyleClass().addAll("muted", "label-text");
        state.setMinWidth(USE_PREF_SIZE);
        return state;
    }

    private static Label error(RunViewModel run) {
        Label error = new Label(percentOf(run.record()));
        error.getStyleClass().addAll("strong", "label-text");
        error.setMinWidth(USE_PREF_SIZE);
        return error;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Line sample(RunViewModel run) {
        Line sample = new Line(0, 0, 18, 0);
        sample.setStroke(Theme.lookOf(this).getValue().tokens().of(Token.run(run.number())));
        sample.setStrokeWidth(2.4);
        for (double length : Dash.run(run.number()).pattern(2.4)) {
            sample.getStrokeDashArray().add(length);
        }
        return sample;
    }

    private static String percentOf(RunRecord record) {
        List<EpochDone> epochs = record.epochs();
        return RunWords.percent(
                epochs.isEmpty()
                        ? OptionalDouble.empty()
                        : epochs.get(epochs.size() - 1).testError());
    }
}
