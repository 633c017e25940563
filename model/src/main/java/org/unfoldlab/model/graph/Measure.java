package org.unfoldlab.model.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is measured after each epoch.
 *
 * @param readoutTimes test these readout times, written like a window ({@code 2..12}, {@code T}); see {@link Window}
 * @param statistics where the statistics of untrained times come from; the epoch's test error is by these
 * @param compare other policies to draw a curve of as well
 * @param recalibrationImages size of the sample that statistics are recalibrated on; absent for the default sample
 * @param dynamicsImages size of the sample whose states are followed over t; absent for the default one, 0 for none
 */
public record Measure(
        String readoutTimes,
        StatisticsPolicy statistics,
        List<StatisticsPolicy> compare,
        OptionalInt recalibrationImages,
        OptionalInt dynamicsImages,
        Extras extras) {
    /** Every readout time up to the trained one, statistics recalibrated. */
    public static final Measure DEFAULT =
            new Measure("1..T", StatisticsPolicy.RECALIBRATE, OptionalInt.empty(), Extras.NONE);

    public Measure {
        compare = List.copyOf(new LinkedHashSet<>(compare));
    }

    /** One policy, and the usual sample for dynamics. */
    public Measure(String readoutTimes, StatisticsPolicy statistics, OptionalInt recalibrationImages, Extras extras) {
        this(readoutTimes, statistics, List.of(), recalibrationImages, OptionalInt.empty(), extras);
    }

    /** All policies that a curve is drawn of, the one of the test error first. */
    public List<StatisticsPolicy> policies() {
        Set<StatisticsPolicy> all = new LinkedHashSet<>(List.of(statistics));
        all.addAll(compare);
        return List.copyOf(all);
    }

    public Measure withReadoutTimes(String times) {
        return new Measure(times, statistics, compare, recalibrationImages, dynamicsImages, extras);
    }

    public Measure withCompare(List<StatisticsPolicy> others) {
        return new Measure(readoutTimes, statistics, others, recalibrationImages, dynamicsImages, extras);
    }
}
