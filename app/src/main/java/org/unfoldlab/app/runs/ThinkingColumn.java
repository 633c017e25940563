package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.viz.plot.Gutters;
import org.unfoldlab.viz.plot.Mark;
import org.unfoldlab.viz.plot.MarkMove;
import org.unfoldlab.viz.plot.PlotCursor;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.TickRow;

/** Thinking, over time t: error against readout time, and under it the statistics of batch norm. */
final class ThinkingColumn extends VBox {
    private static final Gutters GUTTERS = Gutters.fixed(48, 120);
    private static final double ROOM_FOR_LANES = 700;

    private final Background background;
    private final DocumentViewModel document;
    private final RunQuestions questions;
    private final Consumer<NetworkDocument> train;
    private final PlotView errors = new PlotView();
    private final LaneStrip lanes;
    private final NormView norms;
    private final MenuButton policies = new MenuButton("Statistics");
    private final MenuButton axes = new MenuButton("Axis");
    private final Label said = new Label();
    private BooleanSupplier holds = () -> true;
    private SecondAxis axis = SecondAxis.NONE;
    private Optional<TickRow> row = Optional.empty();
    private String rowOf = "";
    private Optional<RunPlots> shown = Optional.empty();

    /**
     * @param train starts a run of a network
     * @param time the cursor of plots over t
     */
    ThinkingColumn(
            Background background,
            DocumentViewModel document,
            RunQuestions questions,
            Consumer<NetworkDocument> train,
            PlotCursor time) {
        super(8);
        this.background = background;
        this.document = document;
        this.questions = questions;
        this.train = train;
        norms = new NormView(background, document, time, GUTTERS);
        lanes = new LaneStrip(document, errors::toPx);
        errors.setOnDrawn(lanes::redraw);
        lanes.managedProperty().bind(lanes.visibleProperty());
        lanes.visibleProperty().bind(heightProperty().greaterThan(ROOM_FOR_LANES));
        errors.shareCursor(time);
        prepareErrors();
        prepareMenus();
        said.getStyleClass().addAll("muted", "axis-text");
        said.setId("measuring");
        said.setMinWidth(0);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        VBox.setVgrow(errors, Priority.ALWAYS);
        VBox.setVgrow(norms, Priority.ALWAYS);
        getChildren().addAll(heading(), said, lanes, errors, norms);
        setMinWidth(0);
    }

    private HBox heading() {
        Label name = new Label("Thinking");
        name.getStyleClass().add("column-title");
        Label unit = new Label("over time t");
        unit.getStyleClass().add("muted");
        HBox heading = new HBox(12, name, unit, Gaps.growing(), policies, axes);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinHeight(28);
        return heading;
    }

    private void prepareErrors() {
        errors.setId("plot-error-by-time");
        errors.setGutters(GUTTERS);
        errors.setPrefHeight(196);
        errors.setMinHeight(120);
        errors.setOnReadout(t -> document.setReadoutTime((int) Math.round(t)));
        errors.setMove(new MarkMove(
                Mark.Kind.TRAINED, t -> "new run, trained at t = " + Math.max(1, Math.round(t)), this::trainAt));
        errors.setMove(new MarkMove(
                Mark.Kind.RANGE_FROM,
                t -> "test from t = " + Math.max(1, Math.round(t)),
                t -> testRange((int) Math.round(t), lastTested())));
        errors.setMove(new MarkMove(
                Mark.Kind.RANGE_TO,
                t -> "test up to t = " + Math.max(1, Math.round(t)),
                t -> testRange(firstTested(), (int) Math.round(t))));
        errors.menu().add(this::atCursor);
    }

    /** The same as dragging, for keys. */
    private List<MenuItem> atCursor() {
        Optional<Double> place = errors.plotCursor().place();
        if (place.isEmpty()) {
            return List.of();
        }
        int t = (int) Math.max(1, Math.round(place.get()));
        MenuItem again = item("New run, trained at t = " + t, () -> trainAt(t));
        MenuItem from = item("Test from t = " + t, () -> testRange(t, lastTested()));
        MenuItem to = item("Test up to t = " + t, () -> testRange(firstTested(), t));
        return List.of(again, from, to);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void prepareMenus() {
        policies.getStyleClass().addAll("small");
        policies.setId("statistics-policies");
        policies.setMinWidth(USE_PREF_SIZE);
        policies.setAccessibleText("Curves by where the statistics come from");
        policies.setOnShowing(event -> fillPolicies());
        fillPolicies();
        axes.getStyleClass().addAll("small");
        axes.setId("second-axis");
        axes.setMinWidth(USE_PREF_SIZE);
        axes.setAccessibleText("Other readings of the time axis");
        ToggleGroup group = new ToggleGroup();
        for (SecondAxis choice : SecondAxis.values()) {
            RadioMenuItem item = new RadioMenuItem(choice.title());
            item.setToggleGroup(group);
            item.setSelected(choice == axis);
            item.setOnAction(event -> chooseAxis(choice));
            axes.getItems().add(item);
        }
    }

    private void fillPolicies() {
        Measure measure = document.document().measure();
        policies.getItems().clear();
        for (StatisticsPolicy policy : StatisticsPolicy.values()) {
            CheckMenuItem item = new CheckMenuItem(words(policy));
            boolean own = policy == measure.statistics();
            item.setSelected(own || measure.compare().contains(policy));
            item.setDisable(own);
            item.setOnAction(event -> compare(policy, item.isSelected()));
            policies.getItems().add(item);
        }
    }

    private static String words(StatisticsPolicy policy) {
        return switch (policy) {
            case RECALIBRATE -> "Recalibrate: measured anew on training images";
            case HOLD -> "Hold: the last trained t goes on";
            case BATCH -> "Batch: those of each test batch";
        };
    }

    /** A curve by one policy more or less, of the open network's next runs and of the run in focus. */
    private void compare(StatisticsPolicy policy, boolean on) {
        Measure measure = document.document().measure();
        List<StatisticsPolicy> others = new ArrayList<>(measure.compare());
        others.remove(policy);
        if (on) {
            others.add(policy);
        }
        setMeasure("Compare statistics", measure.withCompare(others));
        focused().ifPresent(run -> {
            if (run.phase().isLive()) {
                questions.test(run, measure.readoutTimes(), others, words -> say(run, words));
            } else if (on && isMissing(run.record(), policy)) {
                questions.test(run, run.network().measure().readoutTimes(), List.of(policy), words -> say(run, words));
            }
        });
    }

    private static boolean isMissing(RunRecord record, StatisticsPolicy policy) {
        return !record.epochs().isEmpty()
                && record.latestCurves().stream().noneMatch(curve -> curve.statistics() == policy);
    }

    /** Tests the open network's next runs, and the run in focus, at these times. */
    private void testRange(int from, int to) {
        int first = Math.max(1, Math.min(from, to));
        int last = Math.max(1, Math.max(from, to));
        String times = first == last ? String.valueOf(first) : first + ".." + last;
        Measure measure = document.document().measure();
        setMeasure("Set test times", measure.withReadoutTimes(times));
        focused()
                .filter(run -> run.phase().isLive() || !run.record().epochs().isEmpty())
                .ifPresent(run -> questions.test(
                        run,
                        times,
                        run.phase().isLive() ? measure.compare() : measure.policies(),
                        words -> say(run, words)));
    }

    private void setMeasure(String label, Measure measure) {
        document.edit(label, document.document().edit().measure(measure).build());
    }

    /** Trains the network of the run in focus once more, at another t. */
    private void trainAt(double place) {
        int time = (int) Math.max(1, Math.round(place));
        if (questions.isTraining()) {
            String words = "A run trains now. Start one at t = " + time + " when it is finished, or stop it first.";
            say(words, questions::isTraining);
            return;
        }
        NetworkDocument network = focused().map(RunViewModel::network).orElse(document.document());
        train.accept(network.edit().readout(network.readout().withTime(time)).build());
    }

    /** Of a run that trains, what is said is about its next epoch or its end. */
    private void say(RunViewModel run, String words) {
        boolean live = run.phase().isLive();
        int epochs = run.record().epochsDone();
        say(words, () -> run.phase().isLive() == live && run.record().epochsDone() == epochs);
    }

    private void say(String words, BooleanSupplier whileTrue) {
        holds = whileTrue;
        said.setText(words);
    }

    /** Takes back what is no longer true; cheap, so asked at every change. */
    void refresh() {
        if (!holds.getAsBoolean()) {
            say("", () -> true);
        }
    }

    private int firstTested() {
        return shown.flatMap(RunPlots::testRange).map(times -> times.first()).orElse(1);
    }

    private int lastTested() {
        return shown.flatMap(RunPlots::testRange)
                .map(times -> times.last())
                .orElse(document.document().readout().time());
    }

    private Optional<RunViewModel> focused() {
        return shown.flatMap(RunPlots::focused);
    }

    private void chooseAxis(SecondAxis choice) {
        axis = choice;
        if (choice == SecondAxis.MEASURED) {
            focused()
                    .filter(run -> run.record().measurements().times().isEmpty())
                    .filter(run -> !run.record().epochs().isEmpty())
                    .ifPresent(run ->
                            questions.timeAnswers(run, firstTested() + ".." + lastTested(), words -> say(run, words)));
        }
        shown.ifPresent(plots -> show(plots, List.of()));
    }

    void show(RunPlots plots, List<RunViewModel> runs) {
        shown = Optional.of(plots);
        NetworkDocument network = plots.focused().map(RunViewModel::network).orElse(plots.document());
        RunRecord record = plots.focused().map(RunViewModel::record).orElse(RunRecord.EMPTY);
        String now = String.format(
                Locale.ROOT,
                "%s %d %d %s",
                axis,
                System.identityHashCode(network),
                plots.lastTime(),
                record.measurements().times());
        if (now.equals(rowOf)) {
            errors.show(plots.errorByTime(row));
        } else {
            errors.show(plots.errorByTime());
            SecondAxis wanted = axis;
            int last = plots.lastTime();
            background.run("Counting", () -> wanted.row(network, record, last), counted -> {
                row = counted;
                rowOf = now;
                shown.ifPresent(newest -> errors.show(newest.errorByTime(row)));
            });
        }
        if (!runs.isEmpty() || plots.runs().isEmpty()) {
            norms.show(plots.focused(), runs, plots.lastTime());
        }
    }

    PlotView errorPlot() {
        return errors;
    }
}
