package org.unfoldlab.model.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.result.TrainingEvent.BatchDone;
import org.unfoldlab.model.result.TrainingEvent.CheckpointWritten;
import org.unfoldlab.model.result.TrainingEvent.CurveMeasured;
import org.unfoldlab.model.result.TrainingEvent.DynamicsMeasured;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.result.TrainingEvent.MemoryHeld;
import org.unfoldlab.model.result.TrainingEvent.Paused;
import org.unfoldlab.model.result.TrainingEvent.Resumed;
import org.unfoldlab.model.result.TrainingEvent.SettingChanged;
import org.unfoldlab.model.result.TrainingEvent.Started;
import org.unfoldlab.model.result.TrainingEvent.StatisticsMeasured;
import org.unfoldlab.model.result.TrainingEvent.Stopped;
import org.unfoldlab.model.result.TrainingEvent.TimesMeasured;

/**
 * Everything that is known of a run: its events folded into one immutable value, ready to be drawn. Folding the file of
 * a finished run and folding the events as they come give the same record.
 *
 * @param state what the run is doing
 * @param started the latest start; absent before the first
 * @param epochs measured epochs, ascending, each once
 * @param batches by time, thinned to what a plot needs
 * @param lastBatch the newest batch, if any
 * @param changes settings changed while training
 * @param checkpoint the newest checkpoint, if any
 * @param statistics pointers to measured statistics, one for each epoch at most
 * @param measurements what else was measured
 * @param stopped why it ended, if it did
 */
public record RunRecord(
        State state,
        Optional<Started> started,
        List<EpochDone> epochs,
        Thinned batches,
        Optional<BatchDone> lastBatch,
        List<SettingChanged> changes,
        Optional<CheckpointWritten> checkpoint,
        List<StatisticsMeasured> statistics,
        Measurements measurements,
        Optional<StopReason> stopped) {
    /** Nothing is known yet. */
    public static final RunRecord EMPTY = new RunRecord(
            State.WAITING,
            Optional.empty(),
            List.of(),
            Thinned.EMPTY,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Measurements.NONE,
            Optional.empty());

    /** How many of the newest epochs the estimate of the remaining time looks at. */
    private static final int EPOCHS_FOR_ESTIMATE = 3;

    public RunRecord {
        epochs = List.copyOf(epochs);
        changes = List.copyOf(changes);
        statistics = List.copyOf(statistics);
    }

    /** What a run is doing. */
    public enum State {
        /** No event came yet. */
        WAITING,
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** The record of these events. */
    public static RunRecord of(Iterable<? extends TrainingEvent> events) {
        RunRecord record = EMPTY;
        for (TrainingEvent event : events) {
            record = record.with(event);
        }
        return record;
    }

    /** This record and one more event. */
    public RunRecord with(TrainingEvent event) {
        Draft draft = new Draft(this);
        if (event instanceof Started begun) {
            draft.start(begun);
        } else if (event instanceof BatchDone batch) {
            draft.add(batch);
        } else if (event instanceof EpochDone epoch) {
            draft.epochs = replaced(epochs, epoch, Comparator.comparingInt(EpochDone::epoch));
        } else if (event instanceof StatisticsMeasured measured) {
            draft.statistics = replaced(statistics, measured, Comparator.comparingInt(StatisticsMeasured::epoch));
        } else if (event instanceof DynamicsMeasured || event instanceof CurveMeasured) {
            draft.measurements = measurements.with(event);
        } else if (event instanceof TimesMeasured || event instanceof MemoryHeld) {
            draft.measurements = measurements.with(event);
        } else if (event instanceof CheckpointWritten written) {
            draft.checkpoint = Optional.of(written);
        } else if (event instanceof SettingChanged change) {
            draft.changes = appended(changes, change);
        } else if (event instanceof Paused) {
            draft.state = State.PAUSED;
        } else if (event instanceof Resumed) {
            draft.state = State.RUNNING;
        } else if (event instanceof Stopped end) {
            draft.state = State.STOPPED;
            draft.stopped = Optional.of(end.reason());
        }
        return draft.done();
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static <T> List<T> replaced(List<T> list, T item, Comparator<T> place) {
        List<T> next = new ArrayList<>(list);
        next.removeIf(old -> place.compare(old, item) >= 0);
        next.add(item);
        return next;
    }

    /** Epochs completed. */
    public int epochsDone() {
        return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
    }

    /** The newest curve, of the policy that the test error is by when there is one of it. */
    public Optional<ReadoutCurve> latestCurve() {
        return latestCurves().stream().findFirst();
    }

    /** The newest curves, one for each statistics policy: the newest epoch's, and what was asked for since. */
    public List<ReadoutCurve> latestCurves() {
        List<ReadoutCurve> measured =
                epochs.isEmpty() ? List.of() : epochs.get(epochs.size() - 1).curves();
        return measurements.added(measured, epochsDone());
    }

    /** The measured epoch of smallest test error, the earlier of two equal ones. */
    public Optional<EpochDone> best() {
        return epochs.stream()
                .filter(epoch -> epoch.testError().isPresent())
                .min(Comparator.comparingDouble(epoch -> epoch.testError().orElseThrow()));
    }

    /** Share of all batches that is done, 0 … 1. */
    public double progress() {
        return started.map(begun -> Math.min(1, batchesDone() / (double) Math.max(1, batchesInAll(begun))))
                .orElse(0.0);
    }

    private static long batchesInAll(Started begun) {
        return (long) begun.epochs() * begun.batchesPerEpoch();
    }

    private long batchesDone() {
        long perEpoch = started.map(Started::batchesPerEpoch).orElse(0);
        long byEpochs = epochsDone() * perEpoch;
        long byBatches = lastBatch
                .map(batch -> (batch.epoch() - 1) * perEpoch + batch.batch())
                .orElse(0L);
        return Math.max(byEpochs, byBatches);
    }

    /**
     * How long the rest will take: by the newest epochs, measuring included; in the first epoch by images per second.
     * Absent before the first batch and after the end.
     */
    public Optional<Duration> remaining() {
        if (state == State.STOPPED || started.isEmpty()) {
            return Optional.empty();
        }
        double left = (1 - progress()) * started.get().epochs();
        double perEpoch = secondsPerEpoch(started.get());
        return perEpoch > 0 && Double.isFinite(perEpoch)
                ? Optional.of(Duration.ofMillis(Math.round(left * perEpoch * 1000)))
                : Optional.empty();
    }

    private double secondsPerEpoch(Started begun) {
        if (!epochs.isEmpty()) {
            return epochs.subList(Math.max(0, epochs.size() - EPOCHS_FOR_ESTIMATE), epochs.size()).stream()
                    .mapToDouble(EpochDone::seconds)
                    .average()
                    .orElse(0);
        }
        return lastBatch
                .map(batch -> (double) begun.batchesPerEpoch() * begun.batchSize() / batch.imagesPerSecond())
                .orElse(0.0);
    }

    /** A record being changed. */
    private static final class Draft {
        private State state;
        private Optional<Started> started;
        private List<EpochDone> epochs;
        private Thinned batches;
        private Optional<BatchDone> lastBatch;
        private List<SettingChanged> changes;
        private Optional<CheckpointWritten> checkpoint;
        private List<StatisticsMeasured> statistics;
        private Measurements measurements;
        private Optional<StopReason> stopped;

        Draft(RunRecord record) {
            state = record.state;
            started = record.started;
            epochs = record.epochs;
            batches = record.batches;
            lastBatch = record.lastBatch;
            changes = record.changes;
            checkpoint = record.checkpoint;
            statistics = record.statistics;
            measurements = record.measurements;
            stopped = record.stopped;
        }

        /** Forgets what lies after the place that training goes on from. */
        void start(Started begun) {
            int epoch = begun.epochsDone() + 1;
            int batch = begun.batchesDone();
            state = State.RUNNING;
            started = Optional.of(begun);
            stopped = Optional.empty();
            epochs = epochs.stream().filter(done -> done.epoch() < epoch).toList();
            statistics =
                    statistics.stream().filter(done -> done.epoch() < epoch).toList();
            measurements = measurements.before(epoch);
            batches = batches.upTo(epoch, batch);
            lastBatch = batches.last();
            changes = changes.stream()
                    .filter(change -> change.epoch() < epoch || (change.epoch() == epoch && change.batch() <= batch))
                    .toList();
        }

        void add(BatchDone batch) {
            state = State.RUNNING;
            batches = batches.with(batch);
            lastBatch = Optional.of(batch);
        }

        RunRecord done() {
            return new RunRecord(
                    state, started, epochs, batches, lastBatch, changes, checkpoint, statistics, measurements, stopped);
        }
    }
}
