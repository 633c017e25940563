package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;

/** What is said of a run, in words. Unknown figures are dashes. */
public final class RunWords {
    /** Stands for a figure that is not known. */
    public static final String UNKNOWN = "–";

    private RunWords() {}

    /** A share as a figure, e.g. {@code 13.2 %}. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() && Double.isFinite(share.getAsDouble())
                ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
                : UNKNOWN;
    }

    /** A length of time, e.g. {@code 4 min 10 s}. */
    public static String duration(Duration time) {
        long seconds = Math.max(0, Math.round(time.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** E.g. {@code Run 3 · epoch 23 of 60}. */
    public static String headline(RunViewModel run) {
        String name = "Run " + run.number();
        RunRecord record = run.record();
        return switch (run.phase()) {
            case STARTING -> name + " · starting";
            case TRAINING ->
                record.started()
                        .map(begun -> name + " · epoch " + currentEpoch(record) + " of " + begun.epochs())
                        .orElse(name + " · starting");
            case PAUSED -> name + " · paused in epoch " + currentEpoch(record);
            case STOPPING -> name + " · stopping";
            case FINISHED ->
                name + " · finished, " + (record.epochsDone() == 1 ? "1 epoch" : record.epochsDone() + " epochs");
            case STOPPED, DIVERGED, FAILED, LOST ->
                name + " · " + run.phase().word() + " in epoch " + currentEpoch(record);
        };
    }

    /** E.g. {@code 4 min 10 s left · seed 1}. */
    public static String detail(RunViewModel run) {
        String seed = "seed " + run.network().training().seed();
        if (run.phase() == Phase.STARTING) {
            return "loading images · " + seed;
        }
        Optional<Duration> left = run.phase() == Phase.TRAINING ? run.record().remaining() : Optional.empty();
        return left.map(time -> duration(time) + " left · " + seed).orElse(seed);
    }

    /** The epoch under way, from 1. */
    public static int currentEpoch(RunRecord record) {
        int last = record.started().map(TrainingEvent.Started::epochs).orElse(Integer.MAX_VALUE);
        int byBatch = record.lastBatch().map(TrainingEvent.BatchDone::epoch).orElse(1);
        return Math.min(
                last,
                Math.max(
                        byBatch,
                        record.state() == RunRecord.State.STOPPED ? record.epochsDone() : record.epochsDone() + 1));
    }

    /** Its newest test error at a readout time; absent where it was not measured. */
    public static Optional<ReadoutPoint> at(RunRecord record, int readoutTime) {
        return record.latestCurve().flatMap(curve -> curve.at(readoutTime));
    }

    /** What is safe after an interruption. */
    public static String whatIsSafe(RunRecord record) {
        String unharmed = "The window and your drawing are unharmed.";
        return record.checkpoint()
                .filter(saved -> saved.epochsDone() > 0)
                .map(saved -> "Everything up to epoch " + saved.epochsDone() + " is saved. " + unharmed)
                .orElse("No epoch was saved yet. " + unharmed);
    }

    /** What happened to a run that ended badly. */
    public static String whatHappened(RunViewModel run) {
        Optional<StopReason> reason = run.record().stopped();
        if (reason.isPresent() && reason.get() instanceof StopReason.Diverged diverged) {
            return "Loss is not a number at " + diverged.where() + ", epoch " + diverged.epoch();
        }
        if (reason.isPresent() && reason.get() instanceof StopReason.Failed failed) {
            return failed.message();
        }
        if (run.record().started().isEmpty()) {
            return "Training could not start"
                    + run.ending().map(RunWords::because).orElse("");
        }
        return "Training stopped in epoch " + currentEpoch(run.record())
                + run.ending().map(RunWords::because).orElse("");
    }

    private static String because(Worker.Ending ending) {
        return switch (ending.exitCode()) {
            case 137 -> ": the system ended the worker, perhaps for lack of memory";
            case 134, 139 -> ": the worker crashed in native code";
            case 143 -> ": the worker was ended from outside";
            default ->
                ending.lastWords().isEmpty()
                        ? ": the worker ended with code " + ending.exitCode()
                        : ": " + ending.lastWords();
        };
    }
}
