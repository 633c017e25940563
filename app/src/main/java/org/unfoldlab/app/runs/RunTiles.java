package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.BatchDone;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.viz.plot.Sparkline;
import org.unfoldlab.viz.theme.Theme;

/** Six figures of the run in focus; four of them in a narrow window. */
final class RunTiles extends HBox {
    private static final int SPARK_POINTS = 60;

    private final ProgressBar bar = new ProgressBar(0);
    private final Sparkline errors = new Sparkline();
    private final Sparkline speeds = new Sparkline();
    private final FigureTile progress = new FigureTile("Progress", bar, true);
    private final FigureTile remaining = new FigureTile("Remaining", new Region(), false);
    private final FigureTile error = new FigureTile("Test error", errors, false);
    private final FigureTile best = new FigureTile("Best", new Region(), false);
    private final FigureTile speed = new FigureTile("Speed", speeds, false);
    private final FigureTile device = new FigureTile("Device", new Region(), false);

    RunTiles() {
        super(12);
        getStyleClass().add("tiles");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of training");
        for (Sparkline line : List.of(errors, speeds)) {
            line.setMaxSize(84, 30);
        }
        for (FigureTile tile : List.of(progress, remaining, error, best, speed, device)) {
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setMinWidth(0);
            tile.setPrefWidth(100);
        }
        Theme.lookOf(this).subscribe(look -> arrange(look.wide()));
    }

    /** Shows a run, or dashes without one. */
    void show(Optional<RunViewModel> run) {
        RunRecord record = run.map(RunViewModel::record).orElse(RunRecord.EMPTY);
        showProgress(record);
        showRemaining(run, record);
        showErrors(run, record);
        showSpeed(record);
        Optional<TrainingEvent.Started> started = record.started();
        device.show(
                "Device",
                started.map(begun -> shortDevice(begun.provenance().device())).orElse(RunWords.UNKNOWN),
                started.map(begun -> threads(begun.provenance().threads()) + memory(record))
                        .orElse(""));
    }

    private void arrange(boolean wide) {
        getChildren()
                .setAll(
                        wide
                                ? List.of(progress, remaining, error, best, speed, device)
                                : List.of(progress, error, speed, remaining));
    }

    private void showProgress(RunRecord record) {
        Optional<TrainingEvent.Started> started = record.started();
        progress.show(
                "Progress",
                started.isPresent() ? String.valueOf(record.epochsDone()) : RunWords.UNKNOWN,
                started.map(begun -> "of " + begun.epochs() + " epochs").orElse("epochs"));
        bar.setProgress(record.progress());
    }

    private void showRemaining(Optional<RunViewModel> run, RunRecord record) {
        boolean over = run.filter(r -> r.phase().isLive()).isEmpty();
        if (over) {
            remaining.show(
                    "Remaining",
                    RunWords.UNKNOWN,
                    run.map(r -> r.phase().word()).orElse(""));
        } else {
            Optional<Duration> left = record.remaining();
            remaining.show(
                    "Remaining",
                    left.map(RunTiles::clock).orElse(RunWords.UNKNOWN),
                    left.map(RunTiles::clockUnit).orElse(""));
        }
    }

    private void showErrors(Optional<RunViewModel> run, RunRecord record) {
        List<EpochDone> epochs = record.epochs();
        OptionalDouble now = epochs.isEmpty()
                ? OptionalDouble.empty()
                : epochs.get(epochs.size() - 1).testError();
        String title = run.map(r -> "Test error at T = " + r.trainedTime()).orElse("Test error");
        showShare(error, title, now);
        errors.show(
                epochs.stream().map(done -> done.testError().orElse(Double.NaN)).toList());
        Optional<EpochDone> lowest = record.best();
        showShare(
                best,
                lowest.map(done -> "Best, epoch " + done.epoch()).orElse("Best"),
                lowest.map(EpochDone::testError).orElse(OptionalDouble.empty()));
    }

    private static void showShare(FigureTile tile, String title, OptionalDouble share) {
        boolean known = share.isPresent() && Double.isFinite(share.getAsDouble());
        tile.show(
                title,
                known ? String.format(Locale.ROOT, "%.1f", 100 * share.getAsDouble()) : RunWords.UNKNOWN,
                known ? "%" : "");
    }

    private void showSpeed(RunRecord record) {
        Optional<BatchDone> last = record.lastBatch().filter(batch -> Double.isFinite(batch.imagesPerSecond()));
        speed.show(
                "Speed",
                last.map(batch -> String.valueOf(Math.round(batch.imagesPerSecond())))
                        .orElse(RunWords.UNKNOWN),
                "images/s");
        List<BatchDone> kept = record.batches().kept();
        speeds.show(kept.subList(Math.max(0, kept.size() - SPARK_POINTS), kept.size()).stream()
                .map(BatchDone::imagesPerSecond)
                .toList());
    }

    private static String clockUnit(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds < 60 ? "s" : seconds < 3600 ? "min" : "h";
    }

    private static String clock(Duration time) {
        long seconds = Math.max(0, Math.round(time.toMillis() / 1000.0));
        if (seconds < 60) {
            return String.valueOf(seconds);
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 3600, seconds % 3600 / 60);
    }

    /** E.g. {@code  · 1.9 GB}: the most that its process held; nothing where the system does not tell. */
    private static String memory(RunRecord record) {
        OptionalLong bytes = record.measurements().memory();
        return bytes.isPresent() ? String.format(Locale.ROOT, " · %.1f GB", bytes.getAsLong() / 1e9) : "";
    }

    private static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    /** The first word; the long name of a processor would not fit. */
    private static String shortDevice(String name) {
        String first = name.split("[ ,:(]", 2)[0];
        return first.isEmpty() ? RunWords.UNKNOWN : first;
    }
}
