package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.shell.Dividers;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.viz.plot.PlotCursor;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.theme.Look;

/** Watch: runs at the left, figures above, learning over epochs beside thinking over time. */
public final class WatchView extends BorderPane {
    private static final double LIST_WIDTH = 216;
    private static final double LIST_WIDTH_IN_WIDE_WINDOWS = 300;

    private final DocumentViewModel document;
    private final RunsViewModel runs;
    private final RunList list;
    private final RunTiles tiles = new RunTiles();
    private final LearningColumn learning;
    private final ThinkingColumn thinking;
    private final Label emptyTitle = new Label();
    private final Label hint = new Label();
    private final VBox nothingYet;
    private String drawn = "";

    /**
     * @param train the button of the empty state
     * @param list of the runs
     * @param questions what can be asked of runs
     * @param trainNew starts a run of a network
     * @param dividers where the user left them
     */
    public WatchView(
            Background background,
            DocumentViewModel document,
            RunsViewModel runs,
            Node train,
            RunList list,
            RunQuestions questions,
            Consumer<NetworkDocument> trainNew,
            Dividers dividers) {
        this.document = document;
        this.runs = runs;
        this.list = list;
        this.nothingYet = emptyState(train);
        PlotCursor time = new PlotCursor();
        this.learning = new LearningColumn(background, document, questions, time, nothingYet);
        this.thinking = new ThinkingColumn(background, document, questions, trainNew, time);
        SplitPane split = new SplitPane(list, new RunStage(main(), runs));
        SplitPane.setResizableWithParent(list, false);
        list.setPrefWidth(LIST_WIDTH);
        list.setMaxWidth(420);
        setCenter(split);
        getStyleClass().add("watch");
        split.getStyleClass().add("watch-split");
        dividers.restore("watch", split, width -> width < Look.WIDE_FROM ? LIST_WIDTH : LIST_WIDTH_IN_WIDE_WINDOWS);
        runs.revisionProperty().subscribe(this::refresh);
        document.documentProperty().subscribe(this::refresh);
    }

    private Node main() {
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

    private VBox emptyState(Node train) {
        emptyTitle.getStyleClass().add("page-title");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        VBox box = new VBox(8, emptyTitle, hint, train);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        box.setId("nothing-trained");
        return box;
    }

    private void refresh() {
        list.refresh();
        tiles.show(runs.chosen());
        learning.follow(runs.live());
        thinking.refresh();
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
                    .append(run.colour())
                    .append(' ')
                    .append(run.isAveraged())
                    .append(' ')
                    .append(run.phase())
                    .append(' ');
            text.append(run.record().epochsDone())
                    .append(' ')
                    .append(run.record().changes().size());
            text.append(' ').append(run.record().started().isPresent());
            text.append(' ').append(run.record().measurements().later().size());
            text.append(' ').append(run.record().measurements().times().map(times -> times.at()));
            text.append(' ').append(run.record().measurements().dynamics().size());
            text.append(' ').append(run.record().statistics().size());
        }
        return text.append(runs.chosen().map(RunViewModel::number)).toString();
    }

    private void draw() {
        RunPlots plots = new RunPlots(document.document(), runs.shown(), runs.chosen());
        learning.show(plots, runs.chosen());
        thinking.show(plots, runs.shown());
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
        return thinking.errorPlot();
    }

    Optional<RunViewModel> chosen() {
        return runs.chosen();
    }
}
