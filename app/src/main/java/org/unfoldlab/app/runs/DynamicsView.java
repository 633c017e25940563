package org.unfoldlab.app.runs;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.result.StateDynamics;
import org.unfoldlab.model.result.TrainingEvent.DynamicsMeasured;
import org.unfoldlab.viz.plot.PlotCursor;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.PlotView;

/** Under the errors: how states move over t in the run in focus, or its loss over epochs. */
final class DynamicsView extends VBox {
    private final DocumentViewModel document;
    private final ArrayFiles<StateDynamics> files;
    private final PlotView plot = new PlotView();
    private final PlotView loss;
    private final ComboBox<Choice> choices = new ComboBox<>();
    private StateDynamics dynamics = StateDynamics.NONE;
    private Optional<RunViewModel> run = Optional.empty();
    private String source = "";
    /** Why the file of the run in focus cannot be read; empty if it can. */
    private String trouble = "";

    private int lastTime = 2;

    /** What can be chosen: a plot over t, or the loss when there is no kind. */
    private record Choice(Optional<DynamicsPlots.Kind> kind) {
        String title() {
            return kind.map(DynamicsPlots.Kind::title).orElse("Loss");
        }
    }

    /**
     * @param time the cursor of plots over t
     * @param loss the plot of losses over epochs
     */
    DynamicsView(Background background, DocumentViewModel document, PlotCursor time, PlotView loss) {
        super(2);
        this.document = document;
        this.loss = loss;
        files = new ArrayFiles<>(background, StateDynamics::of);
        plot.shareCursor(time);
        plot.setId("plot-dynamics");
        plot.setTitleShown(false);
        loss.setTitleShown(false);
        plot.setOnReadout(t -> document.setReadoutTime((int) Math.round(t)));
        plot.setMinHeight(90);
        prepareChoices();
        StackPane plots = new StackPane(loss, plot);
        VBox.setVgrow(plots, Priority.ALWAYS);
        HBox row = new HBox(choices);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, plots);
        setMinHeight(0);
        document.documentProperty().subscribe(this::draw);
    }

    private void prepareChoices() {
        for (DynamicsPlots.Kind kind : DynamicsPlots.Kind.values()) {
            choices.getItems().add(new Choice(Optional.of(kind)));
        }
        choices.getItems().add(new Choice(Optional.empty()));
        choices.setValue(choices.getItems().get(0));
        choices.getStyleClass().add("small");
        choices.setId("dynamics-choice");
        choices.setAccessibleText("What to show under the errors");
        choices.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.title();
            }

            @Override
            public Choice fromString(String text) {
                return choices.getValue();
            }
        });
        choices.valueProperty().subscribe(this::draw);
    }

    /** Shows the newest epoch of a run. */
    void show(Optional<RunViewModel> chosen, int lastTimeOfPlots) {
        run = chosen;
        lastTime = lastTimeOfPlots;
        List<DynamicsMeasured> measured =
                chosen.map(r -> r.record().measurements().dynamics()).orElse(List.of());
        if (measured.isEmpty()) {
            files.cancel();
            take(StateDynamics.NONE, "", "");
            return;
        }
        DynamicsMeasured newest = measured.get(measured.size() - 1);
        RunViewModel of = chosen.orElseThrow();
        String whence = "run " + of.number() + ", epoch " + newest.epoch() + ", " + newest.sampleImages() + " images";
        files.ask(
                of.folder().resolve(newest.file()),
                read -> take(read, whence, ""),
                sentence -> take(StateDynamics.NONE, "", sentence));
    }

    private void take(StateDynamics read, String whence, String why) {
        dynamics = read;
        source = whence;
        trouble = why;
        draw();
    }

    private void draw() {
        Optional<DynamicsPlots.Kind> kind = choices.getValue().kind();
        loss.setVisible(kind.isEmpty());
        plot.setVisible(kind.isPresent());
        kind.ifPresent(chosen -> plot.show(model(chosen)));
    }

    private PlotModel model(DynamicsPlots.Kind kind) {
        List<String> states = run.map(RunViewModel::network).orElse(document.document()).states().stream()
                .map(State::name)
                .toList();
        int readout = document.document().readout().time();
        DynamicsPlots plots = new DynamicsPlots(dynamics, states, source, Math.max(lastTime, readout), readout);
        return source.isEmpty() ? plots.without(kind, why()) : plots.plot(kind);
    }

    /** Why there is nothing to show. */
    private String why() {
        if (!trouble.isEmpty()) {
            return trouble;
        }
        if (run.isEmpty()) {
            return "Choose a run to see how its states move.";
        }
        return run.get().phase().isTraining() ? "Measured at the end of each epoch." : "Not measured in this run.";
    }
}
