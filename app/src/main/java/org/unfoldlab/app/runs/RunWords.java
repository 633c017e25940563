package org.unfoldlab.app.runs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.SafeUpTo;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;

/** What is said of a run, in words. Unknown figures are dashes. */
public final class RunWords {
    /** Stands for a figure that is not known. */
    public static final String UNKNOWN = "–";

    /** Why a run that trains elsewhere cannot be had. */
    public static final String ELSEWHERE = "a terminal or another window trains it";

    private RunWords() {}

    /** A share as a figure, e.g. {@code 13.2 %}. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() && Double.isFinite(share.getAsDouble())
                ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
                : UNKNOWN;
    }

    /** The same words, so that no figure is parted from its unit or its name at the end of a line. */
    static String unparted(String words) {
        return words.replaceAll("(?<!·) (?=[=%\\d])|(?<==) ", "\u00a0");
    }

    /** A length of time, e.g. {@code 4 min 10 s}. */
    public static String duration(Duration time) {
        long seconds = Math.max(0, Math.round(time.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** E.g. {@code Run 3 · epoch 23 of 60}. */
    public static String headline(RunViewModel run) {
        String name = "Run " + run.number();
        RunRecord record = run.record();
        return switch (run.phase()) {
            case QUEUED -> name + " · queued";
            case STARTING -> name + " · starting";
            case TRAINING ->
                record.started()
                        .map(begun -> name + " · epoch " + currentEpoch(record) + " of " + begun.epochs())
                        .orElse(name + " · starting");
            case PAUSED -> name + " · paused in epoch " + currentEpoch(record);
            case STOPPING -> name + " · stopping";
            case ELSEWHERE ->
                record.started()
                        .map(begun ->
                                name + " · training elsewhere, epoch " + currentEpoch(record) + " of " + begun.epochs())
                        .orElse(name + " · training elsewhere");
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

    /** Its newest test error at the trained readout time; absent where it was not measured. */
    public static OptionalDouble lastError(RunRecord record) {
        List<TrainingEvent.EpochDone> epochs = record.epochs();
        return epochs.isEmpty()
                ? OptionalDouble.empty()
                : epochs.get(epochs.size() - 1).testError();
    }

    /** E.g. {@code T = 5 · shared weights · TSBN · 12 epochs, batch 64 · shapes · seed 1}. */
    public static String settings(NetworkDocument network) {
        String weights = network.sharing() instanceof Sharing.OverTime
                ? "shared weights"
                : network.sharing() instanceof Sharing.None ? "own weights" : "grouped weights";
        String statistics =
                network.normalization().statistics() == Normalization.Statistics.SHARED ? "shared statistics" : "TSBN";
        return "T = " + network.readout().time() + " · " + weights + " · " + statistics + " · "
                + network.training().epochs() + " epochs, batch "
                + network.training().batch() + " · "
                + network.data().set() + " · seed " + network.training().seed();
    }

    /** E.g. {@code Epoch 12: 13.2 %, best 12.9 % (11)}. */
    public static String results(RunRecord record) {
        Optional<TrainingEvent.EpochDone> best = record.best();
        if (best.isEmpty()) {
            return "Not measured yet.";
        }
        return "Epoch " + record.epochsDone() + ": " + percent(lastError(record)) + ", best "
                + percent(best.get().testError()) + " in epoch " + best.get().epoch();
    }

    /** E.g. {@code 2nd}. */
    public static String ordinal(int number) {
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        String ending = teen
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }

    /** What is safe after an interruption. */
    public static String whatIsSafe(RunViewModel run) {
        RunRecord record = run.record();
        String unharmed = "The window and your drawing are unharmed.";
        Optional<StopReason> reason = run.ending().isEmpty() ? record.stopped() : Optional.empty();
        if (reason.filter(RunWords::saysWhatIsSafe).isPresent()) {
            return unharmed;
        }
        if (reason.isPresent() && reason.get() instanceof StopReason.Diverged diverged) {
            return SafeUpTo.sentence(record) + " " + unharmed + " Try rate " + rate(diverged) + ".";
        }
        return record.checkpoint()
                .filter(saved -> saved.epochsDone() > 0)
                .map(saved -> "Everything up to epoch " + saved.epochsDone() + " is saved. " + unharmed)
                .orElse("No epoch was saved yet. " + unharmed);
    }

    /** A rate to try instead, as people write it: 0.0033. */
    static String rate(StopReason.Diverged diverged) {
        return new BigDecimal(diverged.suggestedLearningRate())
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** These reasons come with sentences of their own, which are shown as well. */
    private static boolean saysWhatIsSafe(StopReason reason) {
        return reason instanceof StopReason.Failed
                || reason instanceof StopReason.OutOfMemory
                || reason instanceof StopReason.DeviceLost;
    }

    /** What happened to a run that ended badly. */
    public static String whatHappened(RunViewModel run) {
        Optional<StopReason> reason = run.record().stopped();
        if (run.ending().isPresent() && reason.isPresent()) {
            // A reason beside an ending is that of the training before, which was to go on.
            return "Training could not go on" + because(run.ending().get());
        }
        if (reason.isPresent() && reason.get() instanceof StopReason.Diverged diverged) {
            return "Loss is not a number at " + diverged.where() + ", epoch " + diverged.epoch();
        }
        if (reason.isPresent() && reason.get() instanceof StopReason.Failed failed) {
            return failed.message();
        }
        if (reason.isPresent() && reason.get() instanceof StopReason.OutOfMemory full) {
            return full.message();
        }
        if (reason.isPresent() && reason.get() instanceof StopReason.DeviceLost lost) {
            return lost.message();
        }
        if (run.record().started().isEmpty()) {
            return "Training could not start"
                    + run.ending().map(RunWords::because).orElse("");
        }
        return "Training stopped in epoch " + currentEpoch(run.record())
                + run.ending().map(RunWords::because).orElse("");
    }

    private static String because(Worker.Ending ending) {
        return ": " + ending.words().replaceFirst("^unfold: ", "");
    }
}
