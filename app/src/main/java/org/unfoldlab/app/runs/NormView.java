package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.result.TrainingEvent.StatisticsMeasured;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Gutters;
import org.unfoldlab.viz.plot.HeatMapView;
import org.unfoldlab.viz.plot.PlotCursor;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.theme.Theme;

/**
 * Mean and deviation of batch norm by channel over t (paper, Figure 5B) of the run in focus, at any of its epochs,
 * beside the same norm of a run with shared statistics. Files are read only when their epoch is looked at.
 */
final class NormView extends VBox {
    private static final double ROOM_FOR_ALL = 400;

    private final DocumentViewModel document;
    private final ArrayFiles<NormStatistics> files;
    private final ArrayFiles<NormStatistics> filesBeside;
    private final PlotView mean = new PlotView();
    private final PlotView deviation = new PlotView();
    private final HeatMapView map = new HeatMapView();
    private final Label trouble = new Label();
    private final NormControls controls;
    private Optional<RunViewModel> run = Optional.empty();
    private Optional<RunViewModel> other = Optional.empty();
    private NormStatistics statistics = NormStatistics.NONE;
    private NormStatistics statisticsBeside = NormStatistics.NONE;
    private OptionalInt marked = OptionalInt.empty();
    private int lastTime = 1;

    NormView(Background background, DocumentViewModel document, PlotCursor time, Gutters gutters) {
        super(8);
        this.document = document;
        files = new ArrayFiles<>(background, NormStatistics::of);
        filesBeside = new ArrayFiles<>(background, NormStatistics::of);
        for (PlotView plot : List.of(mean, deviation)) {
            plot.shareCursor(time);
            plot.setGutters(gutters);
            plot.setOnReadout(t -> document.setReadoutTime((int) Math.round(t)));
            plot.setOnSeries(this::markLine);
            VBox.setVgrow(plot, Priority.ALWAYS);
        }
        mean.setPrefHeight(132);
        mean.setMinHeight(100);
        deviation.setPrefHeight(114);
        deviation.setMinHeight(80);
        mean.setId("plot-norm-mean");
        deviation.setId("plot-norm-deviation");
        map.setId("plot-norm-map");
        map.shareCursor(time);
        map.setGutters(gutters);
        map.setOnRow(this::markRow);
        VBox.setVgrow(map, Priority.ALWAYS);
        map.setMinHeight(80);
        controls = new NormControls(this::redraw);
        controls.heldEpochProperty().addListener((property, before, now) -> read());
        trouble.setId("norm-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        getChildren().addAll(controls, trouble, mean, deviation, map);
        document.selectionProperty().subscribe(this::followSelection);
        document.documentProperty().subscribe(this::redraw);
        Theme.lookOf(this).subscribe(look -> arrange());
        heightProperty().subscribe(this::arrange);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /**
     * Shows the statistics of a run; nothing without any.
     *
     * @param shown the runs that are drawn; the first other one with shared statistics is set beside
     */
    void show(Optional<RunViewModel> chosen, List<RunViewModel> shown, int lastTimeOfPlots) {
        if (!run.equals(chosen)) {
            controls.heldEpochProperty().set(Optional.empty());
        }
        run = chosen;
        other = shown.stream()
                .filter(one -> !chosen.equals(Optional.of(one)))
                .filter(one -> one.network().normalization().statistics() == Normalization.Statistics.SHARED
                        && !one.record().statistics().isEmpty())
                .findFirst();
        lastTime = lastTimeOfPlots;
        controls.showEpochs(
                measured(chosen).stream().map(StatisticsMeasured::epoch).toList());
        read();
    }

    private static List<StatisticsMeasured> measured(Optional<RunViewModel> run) {
        return run.map(one -> one.record().statistics()).orElse(List.of());
    }

    /** Reads what is looked at: the epoch that the user went back to, else the newest. */
    private void read() {
        Optional<StatisticsMeasured> wanted = wanted(measured(run));
        if (wanted.isEmpty()) {
            files.cancel();
            trouble.setText("");
            setVisible(false);
            return;
        }
        StatisticsMeasured of = wanted.get();
        String on = of.sampleImages() > 0 ? ", on " + of.sampleImages() + " images" : "";
        controls.describe("epoch " + of.epoch() + on);
        files.ask(file(run.orElseThrow(), of), this::take, this::lack);
        Optional<StatisticsMeasured> beside = wanted(measured(other));
        if (beside.isPresent()) {
            filesBeside.ask(
                    file(other.orElseThrow(), beside.get()), this::takeBeside, why -> takeBeside(NormStatistics.NONE));
        } else {
            filesBeside.cancel();
            statisticsBeside = NormStatistics.NONE;
        }
    }

    private Optional<StatisticsMeasured> wanted(List<StatisticsMeasured> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        StatisticsMeasured newest = all.get(all.size() - 1);
        return Optional.of(controls.heldEpochProperty()
                .get()
                .flatMap(epoch ->
                        all.stream().filter(one -> one.epoch() == epoch).findFirst())
                .orElse(newest));
    }

    private static Path file(RunViewModel run, StatisticsMeasured measured) {
        return run.folder().resolve(measured.file());
    }

    private void take(NormStatistics next) {
        trouble.setText("");
        statistics = next;
        controls.offer(
                next, norm -> run.map(r -> NormNames.of(norm, r.network())).orElse(norm));
        setVisible(!next.norms().isEmpty());
        redraw();
    }

    /** Says in the place of the plots why there are none; epochs can still be gone back to. */
    private void lack(String why) {
        trouble.setText(why);
        statistics = NormStatistics.NONE;
        setVisible(true);
        redraw();
    }

    private void takeBeside(NormStatistics next) {
        statisticsBeside = next;
        redraw();
    }

    private void redraw() {
        arrange();
        plots().ifPresent(plots -> {
            if (mean.isVisible()) {
                mean.show(plots.mean());
                deviation.show(plots.deviation());
            }
            if (map.isVisible()) {
                map.show(plots.map());
            }
        });
    }

    /** A wide window has room for lines and map; in others one of them is shown. */
    private void arrange() {
        boolean wide = Theme.lookOf(this).getValue().wide();
        boolean both = wide && getHeight() > ROOM_FOR_ALL;
        boolean there = trouble.getText().isEmpty();
        boolean news = show(mean, there && (both || !controls.showsMap()));
        show(deviation, there && (both || !controls.showsMap()));
        news |= show(map, there && (both || controls.showsMap()));
        if (news) {
            redraw();
        }
    }

    /** True if it was hidden and is seen now. */
    private static boolean show(Region part, boolean on) {
        boolean news = on && !part.isVisible();
        part.setVisible(on);
        part.setManaged(on);
        return news;
    }

    private void followSelection(Selection selection) {
        selection.single().ifPresent(item -> {
            String id = item instanceof Item.OfTransition transition
                    ? transition.id()
                    : item instanceof Item.OfStep step ? step.step().transition() : "";
            controls.norms().stream()
                    .filter(norm ->
                            NormNames.transition(norm).filter(id::equals).isPresent())
                    .findFirst()
                    .ifPresent(controls::chooseNorm);
        });
    }

    private void markLine(Series line) {
        NormPlots.channelNamed(line.name()).ifPresent(this::mark);
    }

    private void markRow(int row) {
        plots().ifPresent(plots -> mark(plots.channelOfRow(row)));
    }

    /** Marks a channel, which Explore then shows; marking it again takes the mark away. */
    private void mark(int channel) {
        boolean again = marked.isPresent() && marked.getAsInt() == channel;
        marked = again ? OptionalInt.empty() : OptionalInt.of(channel);
        if (!again && run.isPresent()) {
            controls.norm()
                    .flatMap(norm -> NormNames.channel(norm, channel, run.get().network()))
                    .ifPresent(of -> document.channelProperty().set(Optional.of(of)));
        }
        redraw();
    }

    private Optional<NormPlots> plots() {
        Optional<String> norm = controls.norm();
        if (norm.isEmpty() || run.isEmpty()) {
            return Optional.empty();
        }
        NormValues kind = controls.values();
        return statistics
                .of(norm.get(), kind)
                .map(curves -> new NormPlots(
                        curves,
                        lastTime,
                        document.document().readout().time(),
                        marked.isPresent() && marked.getAsInt() < curves.channels() ? marked : OptionalInt.empty(),
                        NormNames.of(norm.get(), run.get().network()) + ", " + kind.word(),
                        untrained(norm.get(), curves, kind),
                        controls.fits(),
                        other.flatMap(beside -> statisticsBeside
                                .of(norm.get(), NormValues.RUNNING)
                                .map(held -> new NormBeside(beside, held)))));
    }

    /** Training at T runs the steps 1 … T−1; the post-net's norm stands at T itself. */
    private OptionalInt untrained(String norm, NormCurves curves, NormValues kind) {
        int trained = run.orElseThrow().trainedTime();
        int first = norm.startsWith("post/") ? trained + 1 : trained;
        int last = curves.times()[curves.times().length - 1];
        return kind == NormValues.RECALIBRATED && last >= first ? OptionalInt.of(first) : OptionalInt.empty();
    }
}
