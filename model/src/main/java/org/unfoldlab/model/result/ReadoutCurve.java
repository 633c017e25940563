package org.unfoldlab.model.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.unfoldlab.model.graph.StatisticsPolicy;

/**
 * Error against readout time.
 *
 * @param kind which experiment this is
 * @param statistics where the batch statistics came from
 * @param trainedTime the T that was trained; for {@link Kind#TRAIN_EACH} the largest of them
 * @param sampleImages training images that statistics were measured on, 0 when none were
 * @param points by readout time, ascending
 */
public record ReadoutCurve(
        Kind kind, StatisticsPolicy statistics, int trainedTime, int sampleImages, List<ReadoutPoint> points) {
    public ReadoutCurve {
        points = points.stream()
                .sorted(Comparator.comparingInt(ReadoutPoint::time))
                .toList();
    }

    /** The two experiments of the paper, told apart by name. */
    public enum Kind {
        /** Train once, test at others (Figure 5A). */
        TRAIN_ONCE,
        /** Train and test at the same t, one training a point (Figure 4D, E). */
        TRAIN_EACH
    }

    /** This curve and another of the same weights; where both have a point, the other's. */
    ReadoutCurve with(ReadoutCurve newer) {
        TreeMap<Integer, ReadoutPoint> all = new TreeMap<>();
        points.forEach(point -> all.put(point.time(), point));
        newer.points.forEach(point -> all.put(point.time(), point));
        return new ReadoutCurve(kind, statistics, trainedTime, newer.sampleImages, List.copyOf(all.values()));
    }

    public Optional<ReadoutPoint> at(int readoutTime) {
        return points.stream().filter(point -> point.time() == readoutTime).findFirst();
    }
}
