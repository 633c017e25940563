package org.unfoldlab.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.app.CommandWord;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.BatchDone;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.result.TrainingEvent.Started;

/**
 * Shows a training in a terminal: a live line, a line for each epoch, and at the end both curves. Progress goes to the
 * error stream, the curves to the output.
 */
final class TrainingView {
    private static final int BAR = 20;

    private final Terminal terminal;
    private final ProgressLine line;
    private Path folder = Path.of("");
    private RunRecord record = RunRecord.EMPTY;

    TrainingView(Terminal terminal) {
        this.terminal = terminal;
        line = new ProgressLine(terminal);
    }

    /** A training in this folder is about to begin. */
    void open(Path where) {
        folder = where;
    }

    /** What is known of the run from before. */
    void remember(RunRecord before) {
        record = before;
    }

    /** Shows what one event changes. */
    void show(TrainingEvent event) {
        record = record.with(event);
        if (event instanceof Started started) {
            line.keep(headline(started));
        } else if (event instanceof BatchDone batch) {
            line.show(progress(batch));
        } else if (event instanceof EpochDone epoch) {
            line.keep(summary(epoch));
        }
    }

    private static String headline(Started started) {
        String done = started.epochsDone() + started.batchesDone() == 0
                ? ""
                : ", going on after epoch " + started.epochsDone() + ", batch " + started.batchesDone();
        return String.format(
                Locale.ROOT,
                "%s at T = %d: %,d parameters, depth %d; %,d images, %d epochs of %d batches%s",
                started.title(),
                started.readoutTime(),
                started.parameters(),
                started.depth(),
                started.trainImages(),
                started.epochs(),
                started.batchesPerEpoch(),
                done);
    }

    private String progress(BatchDone batch) {
        Started started = record.started().orElseThrow();
        double share = (double) batch.batch() / started.batchesPerEpoch();
        String left = record.remaining()
                .map(Amounts::duration)
                .map(time -> ", " + time + " left")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "epoch %d of %d %s loss %.3f, train error %s, %.0f images/s%s",
                batch.epoch(),
                started.epochs(),
                bar(share),
                batch.loss(),
                Percent.of(batch.trainError()),
                batch.imagesPerSecond(),
                left);
    }

    private String bar(double share) {
        int full = (int) Math.round(Math.max(0, Math.min(1, share)) * BAR);
        String done = terminal.unicode() ? "█" : "#";
        String rest = terminal.unicode() ? "░" : ".";
        return done.repeat(full) + rest.repeat(BAR - full);
    }

    private String summary(EpochDone epoch) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "epoch %d of %d: loss %.3f, train error %s, test error %s",
                epoch.epoch(),
                record.started().map(Started::epochs).orElse(0),
                epoch.trainLoss(),
                Percent.of(epoch.trainError()),
                Percent.of(epoch.testError().orElse(Double.NaN))));
        text.append(", ").append(Amounts.duration(Duration.ofMillis(Math.round(epoch.seconds() * 1000))));
        epoch.curve().ifPresent(curve -> {
            text.append(System.lineSeparator()).append("   ");
            for (ReadoutPoint point : curve.points()) {
                text.append("  T=").append(point.time()).append(' ');
                text.append(point.error().isPresent() ? Percent.of(point.error().getAsDouble()) : "–");
            }
        });
        return text.toString();
    }

    /** The training is over: draws what is known of it. */
    void close() {
        line.close();
        Optional<StopReason> stopped = record.stopped();
        if (stopped.isPresent() && stopped.get() instanceof StopReason.StoppedByUser) {
            terminal.err()
                    .println(
                            "Stopped; everything is kept. Go on with: unfold train --resume " + CommandWord.of(folder));
        }
        if (!record.epochs().isEmpty()) {
            curves().forEach(terminal.out()::println);
        }
        if (record.started().isPresent()) {
            terminal.err().println("Run folder: " + folder);
        }
    }

    private List<String> curves() {
        List<String> lines = new ArrayList<>();
        List<Double> train = record.epochs().stream().map(EpochDone::trainError).toList();
        List<Double> test = record.epochs().stream()
                .map(epoch -> epoch.testError().orElse(Double.NaN))
                .toList();
        lines.addAll(new EpochPlot(terminal).draw(train, test));
        record.latestCurve().ifPresent(curve -> {
            lines.add("");
            lines.addAll(new ReadoutBars(terminal).draw(curve));
        });
        return lines;
    }
}
