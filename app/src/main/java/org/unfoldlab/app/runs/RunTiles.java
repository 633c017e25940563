package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.BatchDone;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.viz.plot.Sparkline;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Six figures of the run in focus, in one row; in two where a row would be too narrow to read them. */
final class RunTiles extends VBox {
    private static final PseudoClass TWO_ROWS = PseudoClass.getPseudoClass("two-rows");
    private static final int SPARK_POINTS = 60;
    private static final double GAP = 8;
    /** In a narrower tile, figures are smaller, in px at 100 % text. */
    private static final double ROOMY = 190;
    /** Narrower tiles stand in two rows. */
    private static final double NARROWEST = 146;

    private final ProgressBar bar = new ProgressBar(0);
    private final Sparkline errors = new Sparkline();
    private final Sparkline speeds = new Sparkline();
    private final FigureTile progress = new FigureTile("Progress", bar, true);
    private final FigureTile remaining = new FigureTile("Remaining", new Region(), false);
    private final FigureTile error = new FigureTile("Test error", errors, false);
    private final FigureTile best = new FigureTile("Best", new Region(), false);
    private final FigureTile speed = new FigureTile("Speed", speeds, false);
    private final FigureTile device = new FigureTile("Device", new Region(), false);

    private final List<FigureTile> all = List.of(progress, remaining, error, best, speed, device);
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private boolean compact;
    private RunRecord shown = RunRecord.EMPTY;

    RunTiles() {
        super(GAP);
        getStyleClass().add("tiles");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of training");
        progress.setId("tile-progress");
        remaining.setId("tile-remaining");
        error.setId("tile-error");
        best.setId("tile-best");
        speed.setId("tile-speed");
        device.setId("tile-device");
        for (FigureTile tile : all) {
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setMinWidth(0);
            tile.setPrefWidth(100);
        }
        setMinWidth(0);
        setRows(1);
        widthProperty().subscribe(this::arrange);
        look.subscribe(this::arrange);
    }

    /** Shows a run, or dashes without one. */
    void show(Optional<RunViewModel> run) {
        RunRecord record = run.map(RunViewModel::record).orElse(RunRecord.EMPTY);
        showProgress(record);
        showRemaining(run, record);
        showErrors(run, record);
        showSpeed(record);
        showDevice(record);
    }

    private void arrange() {
        double scale = look.getValue().scale();
        double alone = (getWidth() - 5 * GAP) / 6;
        int rows = getWidth() > 0 && alone < NARROWEST * scale ? 2 : 1;
        double width = rows == 1 ? alone : (getWidth() - 2 * GAP) / 3;
        compact = rows == 2 || width < ROOMY * scale;
        for (FigureTile tile : all) {
            tile.setCompact(compact);
        }
        for (Sparkline line : List.of(errors, speeds)) {
            line.setMaxSize(compact ? Double.MAX_VALUE : 84, compact ? 14 : 30);
        }
        setRows(rows);
        showDevice(shown);
    }

    private void setRows(int rows) {
        if (getChildren().size() == rows) {
            return;
        }
        pseudoClassStateChanged(TWO_ROWS, rows == 2);
        int columns = all.size() / rows;
        List<HBox> lines = IntStream.range(0, rows)
                .mapToObj(row -> new HBox(
                        GAP, all.subList(row * columns, (row + 1) * columns).toArray(FigureTile[]::new)))
                .toList();
        lines.forEach(line -> VBox.setVgrow(line, Priority.ALWAYS));
        getChildren().setAll(lines);
    }

    /** In a narrow tile, memory stands in the line above: both are to be read whole. */
    private void showDevice(RunRecord record) {
        shown = record;
        Optional<TrainingEvent.Started> started = record.started();
        String memory = memory(record);
        String where =
                started.map(begun -> shortDevice(begun.provenance().device())).orElse(RunWords.UNKNOWN);
        String threads =
                started.map(begun -> threads(begun.provenance().threads())).orElse("");
        device.show(
                compact && !memory.isEmpty() ? "Device · " + memory : "Device",
                where,
                compact || memory.isEmpty() ? threads : threads + " · " + memory);
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

    /** E.g. {@code 1.9 GB}: the most that its process held; nothing where the system does not tell. */
    private static String memory(RunRecord record) {
        OptionalLong bytes = record.measurements().memory();
        return bytes.isPresent() ? String.format(Locale.ROOT, "%.1f GB", bytes.getAsLong() / 1e9) : "";
    }

    private static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    /** The first word, e.g. {@code CPU} or {@code cuda:0}; the long name of a processor would not fit. */
    private static String shortDevice(String name) {
        String first = name.split("[ ,(]", 2)[0];
        return first.isEmpty() ? RunWords.UNKNOWN : first;
    }
}
