package org.unfoldlab.model.train;

import java.util.List;
import org.unfoldlab.model.graph.StatisticsPolicy;

/** What a training can be told while it goes on; it listens between batches. */
public sealed interface WorkerCommand {
    /** Wait after the batch under way. */
    record Pause() implements WorkerCommand {}

    /** Go on. */
    record Resume() implements WorkerCommand {}

    /** Write a checkpoint and end. */
    record Stop() implements WorkerCommand {}

    /** Do one batch, then pause. */
    record StepBatch() implements WorkerCommand {}

    /** Go on to the end of the epoch, measure, then pause. */
    record StepEpoch() implements WorkerCommand {}

    /**
     * Use this rate from the next batch to the end of the run, in place of the schedule.
     *
     * @param learningRate η, above 0 and finite
     */
    record SetLearningRate(double learningRate) implements WorkerCommand {
        public SetLearningRate {
            if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
                throw new IllegalArgumentException("a learning rate is above 0 and finite, got " + learningRate);
            }
        }
    }

    /**
     * Test at these readout times from the next measured epoch on.
     *
     * @param readoutTimes as in a network file, e.g. {@code 2..12}
     * @param compare policies to draw a curve of beside the run's own
     */
    record MeasureAt(String readoutTimes, List<StatisticsPolicy> compare) implements WorkerCommand {
        public MeasureAt {
            compare = List.copyOf(compare);
        }
    }
}
