package org.unfoldlab.model.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a training says while it goes on: plain values, in the order in which things happened. */
public sealed interface TrainingEvent {
    /** When it happened. */
    Instant at();

    /**
     * Training starts, or goes on in a new process after {@code epochsDone} epochs and {@code batchesDone} batches.
     * Whatever an earlier process said about later batches is void: they are done again.
     *
     * @param title of the network
     * @param readoutTime T, at which it is trained
     * @param batchesPerEpoch full batches; what is left over sits out the epoch
     * @param parameters elements of all learned tensors
     * @param depth layers from stimulus to readout (SPEC §5)
     * @param epochsDone epochs completed before, 0 for a new run
     * @param batchesDone batches of the current epoch done before
     */
    record Started(
            Instant at,
            Provenance provenance,
            String title,
            int readoutTime,
            int epochs,
            int batchesPerEpoch,
            int batchSize,
            int trainImages,
            int testImages,
            long parameters,
            int depth,
            int epochsDone,
            int batchesDone)
            implements TrainingEvent {}

    /**
     * One batch was learned from.
     *
     * @param epoch from 1
     * @param batch within the epoch, from 1
     * @param loss mean cross-entropy of this batch before its update
     * @param trainError share of this epoch's images so far that were answered wrongly, 0 … 1
     * @param imagesPerSecond over the last few batches
     * @param learningRate η used
     */
    record BatchDone(
            Instant at,
            int epoch,
            int batch,
            double loss,
            double trainError,
            double imagesPerSecond,
            double learningRate)
            implements TrainingEvent {}

    /**
     * One epoch was learned and measured. Train figures are running means over the epoch, with augmentation and before
     * each update; test figures are at the trained readout time.
     *
     * @param epoch from 1
     * @param testLoss absent when there are no test images
     * @param testError absent when there are no test images
     * @param curves one for each statistics policy that was asked for
     * @param seconds training and measuring, without pauses
     */
    record EpochDone(
            Instant at,
            int epoch,
            double trainLoss,
            double trainError,
            OptionalDouble testLoss,
            OptionalDouble testError,
            List<ReadoutCurve> curves,
            double learningRate,
            double seconds)
            implements TrainingEvent {
        public EpochDone {
            curves = List.copyOf(curves);
        }

        /** The first curve asked for. */
        public Optional<ReadoutCurve> curve() {
            return curves.stream().findFirst();
        }
    }

    /**
     * Batch-norm statistics lie in an array file: running averages as {@code running/mean/…}, those of the epoch's last
     * batch as {@code batch/mean/…}, recalibrated ones as {@code mean/…}; likewise {@code var}.
     *
     * @param file name within the run folder
     * @param sampleImages training images that recalibrated ones were measured on, 0 when there are none
     */
    record StatisticsMeasured(Instant at, int epoch, String file, int sampleImages) implements TrainingEvent {}

    /**
     * How states move over t, and how large updates are, lies in an array file (see {@link StateDynamics}).
     *
     * @param file name within the run folder
     * @param sampleImages training images they were measured on
     */
    record DynamicsMeasured(Instant at, int epoch, String file, int sampleImages) implements TrainingEvent {}

    /**
     * A checkpoint was tested later, because somebody asked.
     *
     * @param epochsDone epochs behind the weights
     * @param batchesDone batches of the next epoch behind them as well
     */
    record CurveMeasured(Instant at, int epochsDone, int batchesDone, ReadoutCurve curve) implements TrainingEvent {}

    /**
     * How long answers take was measured, because somebody asked.
     *
     * @param device where
     * @param times by readout time, ascending
     */
    record TimesMeasured(Instant at, String device, List<AnswerTime> times) implements TrainingEvent {
        public TimesMeasured {
            times = List.copyOf(times);
        }
    }

    /**
     * How long one answer takes.
     *
     * @param time readout time
     * @param milliseconds median for one image alone, stimulus to logits
     */
    record AnswerTime(int time, double milliseconds) {}

    /**
     * Memory that the training process has held at most so far.
     *
     * @param bytes resident, as the system counts
     */
    record MemoryHeld(Instant at, int epoch, long bytes) implements TrainingEvent {}

    /**
     * Everything up to here is safe.
     *
     * @param epochsDone epochs completed
     * @param batchesDone batches of the next epoch done
     * @param file name within the run folder
     */
    record CheckpointWritten(Instant at, int epochsDone, int batchesDone, String file) implements TrainingEvent {}

    /**
     * A setting was changed while training.
     *
     * @param epoch in which it holds first, from 1
     * @param batch batches of that epoch done before the change
     * @param setting its name, e.g. {@code learningRate}
     */
    record SettingChanged(Instant at, int epoch, int batch, String setting, double from, double to)
            implements TrainingEvent {}

    /** Training waits; no batch is under way. */
    record Paused(Instant at, int epoch, int batch) implements TrainingEvent {}

    /** Training goes on after a pause. */
    record Resumed(Instant at, int epoch, int batch) implements TrainingEvent {}

    /** Training is over. */
    record Stopped(Instant at, StopReason reason) implements TrainingEvent {}
}
