package org.unfoldlab.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.store.Checkpoint;

/**
 * What {@code unfold evaluate} says of a run, in the shape in which it is printed.
 *
 * @param run the run's folder
 * @param epochsDone epochs behind the weights
 * @param trainedTime the T that was trained
 * @param statistics where batch norm's statistics came from
 * @param sampleImages training images they were measured on, 0 when none were
 * @param testImages how many were answered
 */
record Evaluated(
        String run,
        int epochsDone,
        int trainedTime,
        String statistics,
        int sampleImages,
        int testImages,
        List<AtTime> readouts) {
    /**
     * One readout time.
     *
     * @param error share of test images answered wrongly; null without an answer
     * @param loss mean cross-entropy; null without an answer, or when it is not a finite number
     * @param note why there is no answer; null when there is one
     */
    record AtTime(
            int time,
            @Nullable Double error,
            @Nullable Double loss,
            @Nullable String note) {
        static AtTime of(ReadoutPoint point) {
            if (point instanceof ReadoutPoint.Measured measured) {
                return new AtTime(measured.time(), measured.wrong(), finite(measured.crossEntropy()), null);
            }
            return new AtTime(point.time(), null, null, Readouts.reason(point));
        }
    }

    /** JSON has no infinities. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static Evaluated of(Path run, Checkpoint checkpoint, ReadoutCurve curve, int testImages) {
        return new Evaluated(
                run.toString(),
                checkpoint.progress().epochsDone(),
                curve.trainedTime(),
                curve.statistics().name().toLowerCase(Locale.ROOT),
                curve.sampleImages(),
                testImages,
                curve.points().stream().map(AtTime::of).toList());
    }
}
