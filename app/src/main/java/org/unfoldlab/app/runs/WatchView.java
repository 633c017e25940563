package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.shell.Dividers;
import org.unfoldlab.viz.plot.Gutters;
import org.unfoldlab.viz.plot.PlotCursor;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.PlotView;

/** Watch: runs at the left, figures above, learning over epochs beside thinking over time. */
public final class WatchView extends BorderPane {
    private static final double LIST_WIDTH = 216;
    private static final double ROOM_FOR_TWO = 440;
    private static final double EPOCH_LEFT_GUTTER = 36;
    private static final Gutters TIME_GUTTERS = Gutters.fixed(48, 120);

    private final DocumentViewModel document;
    private final RunsViewModel runs;
    private final RunList list;
    private final RunTiles tiles = new RunTiles();
    private final PlotView errorByEpoch = new PlotView();
    private final PlotView lossByEpoch = new PlotView();
    private final PlotView errorByTime = new PlotView();
    private final NormView norms;
    private final PlotCursor time = new PlotCursor();
    private final Label emptyTitle = new Label();
    private final Label hint = new Label();
    private final VBox nothingYet;
    private String drawn = "";

    /**
     * @param train the button of the empty state
     * @param newRun the button above the list
     * @param dividers where the user left them
     */
    public WatchView(
            Background background,
            DocumentViewModel document,
            RunsViewModel runs,
            Node train,
            Node newRun,
            Dividers dividers) {
        this.document = document;
        this.runs = runs;
        this.norms = new NormView(background, document, time, TIME_GUTTERS);
        this.list = new RunList(runs, newRun);
        this.nothingYet = emptyState(train);
        SplitPane split = new SplitPane(list, main());
        SplitPane.setResizableWithParent(list, false);
        list.setPrefWidth(LIST_WIDTH);
        list.setMaxWidth(420);
        setCenter(split);
        getStyleClass().add("watch");
        split.getStyleClass().add("watch-split");
        dividers.restore("watch", split, LIST_WIDTH);
        joinPlots();
        runs.revisionProperty().subscribe(this::refresh);
        document.documentProperty().subscribe(this::refresh);
    }

    private Node main() {
        VBox learning = column("Learning", "over epochs", new StackPane(errorByEpoch, nothingYet), lossByEpoch);
        VBox thinking = column("Thinking", "over time t", errorByTime, norms);
        HBox columns = new HBox(32, learning, thinking);
        VBox.setVgrow(columns, Priority.ALWAYS);
        HBox.setHgrow(learning, Priority.ALWAYS);
        HBox.setHgrow(thinking, Priority.ALWAYS);
        learning.setPrefWidth(400);
        thinking.setPrefWidth(520);
        VBox box = new VBox(tiles, columns);
        box.getStyleClass().add("stage");
        return box;
    }

    private static VBox column(String title, String over, Node first, Node second) {
        Label name = new Label(title);
        name.getStyleClass().add("column-title");
        Label unit = new Label(over);
        unit.getStyleClass().add("muted");
        HBox heading = new HBox(12, name, unit);
        heading.setAlignment(Pos.BASELINE_LEFT);
        VBox.setVgrow(first, Priority.ALWAYS);
        VBox.setVgrow(second, Priority.ALWAYS);
        VBox column = new VBox(12, heading, first, second);
        column.setMinWidth(0);
        if (second instanceof PlotView) {
            second.managedProperty().bind(second.visibleProperty());
            second.visibleProperty().bind(column.heightProperty().greaterThan(ROOM_FOR_TWO));
        }
        return column;
    }

    private void joinPlots() {
        errorByTime.shareCursor(time);
        errorByTime.setGutters(TIME_GUTTERS);
        errorByTime.setOnReadout(t -> document.setReadoutTime((int) Math.round(t)));
        PlotCursor epochs = new PlotCursor();
        for (PlotView plot : List.of(errorByEpoch, lossByEpoch)) {
            plot.shareCursor(epochs);
            plot.setGutters(new Gutters(OptionalDouble.of(EPOCH_LEFT_GUTTER), OptionalDouble.empty()));
        }
        errorByEpoch.setId("plot-error-by-epoch");
        lossByEpoch.setId("plot-loss-by-epoch");
        errorByTime.setId("plot-error-by-time");
        errorByEpoch.setPrefHeight(320);
        errorByTime.setPrefHeight(210);
        errorByTime.setMinHeight(120);
        lossByEpoch.setPrefHeight(200);
        lossByEpoch.setMinHeight(110);
    }

    private VBox emptyState(Node train) {
        emptyTitle.getStyleClass().add("page-title");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        VBox box = new VBox(8, emptyTitle, hint, train);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setMargin(box, new Insets(0, 8, 32, EPOCH_LEFT_GUTTER + 8));
        box.setId("nothing-trained");
        return box;
    }

    private void refresh() {
        list.refresh();
        tiles.show(runs.chosen());
        showEmptyState();
        String now = fingerprint();
        if (!now.equals(drawn)) {
            drawn = now;
            draw();
        }
    }

    /** Plots change with epochs, not with batches; what they show is told by this. */
    private String fingerprint() {
        StringBuilder text = new StringBuilder();
        text.append(System.identityHashCode(document.document()));
        for (RunViewModel run : runs.shown()) {
            text.append('|')
                    .append(run.number())
                    .append(' ')
                    .append(run.phase())
                    .append(' ');
            text.append(run.record().epochsDone())
                    .append(' ')
                    .append(run.record().changes().size());
            text.append(' ').append(run.record().started().isPresent());
        }
        return text.append(runs.chosen().map(RunViewModel::number)).toString();
    }

    private void draw() {
        RunPlots plots = new RunPlots(document.document(), runs.shown(), runs.chosen());
        show(errorByEpoch, plots.errorByEpoch());
        show(lossByEpoch, plots.lossByEpoch());
        show(errorByTime, plots.errorByTime());
        norms.show(runs.chosen(), plots.lastTime());
    }

    private static void show(PlotView view, PlotModel model) {
        view.show(model);
    }

    private void showEmptyState() {
        boolean empty =
                runs.shown().stream().allMatch(run -> run.record().epochs().isEmpty());
        nothingYet.setVisible(empty);
        boolean unticked = runs.shown().isEmpty() && !runs.runs().isEmpty();
        emptyTitle.setText(unticked ? "No run is ticked" : "Nothing trained yet");
        hint.setText(
                unticked
                        ? "Tick runs at the left to draw their curves."
                        : runs.live()
                                .map(WatchView::whenFirstEpoch)
                                .orElse("Curves appear here after the first epoch."));
        Node train = nothingYet.getChildren().get(2);
        boolean idle = runs.live().isEmpty();
        train.setVisible(idle);
        train.setManaged(idle);
    }

    /** "Curves appear here after the first epoch, in about 10 s", once the speed is known. */
    private static String whenFirstEpoch(RunViewModel run) {
        String words = "Curves appear here after the first epoch";
        OptionalDouble seconds =
                run.record().lastBatch().isPresent() && run.record().started().isPresent()
                        ? secondsLeft(run)
                        : OptionalDouble.empty();
        return seconds.isPresent()
                ? words + ", in about " + RunWords.duration(Duration.ofSeconds(Math.round(seconds.getAsDouble())))
                : words + ".";
    }

    private static OptionalDouble secondsLeft(RunViewModel run) {
        var begun = run.record().started().orElseThrow();
        var batch = run.record().lastBatch().orElseThrow();
        double left = (begun.batchesPerEpoch() - batch.batch()) * (double) begun.batchSize();
        double seconds = left / batch.imagesPerSecond();
        return Double.isFinite(seconds) && seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    /** The plot of error against readout time, for pictures and exports. */
    public PlotView errorByTimePlot() {
        return errorByTime;
    }

    Optional<RunViewModel> chosen() {
        return runs.chosen();
    }
}
