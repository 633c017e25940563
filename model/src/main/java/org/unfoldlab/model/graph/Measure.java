package org.unfoldlab.model.graph;

import java.util.OptionalInt;

/**
 * What is measured after each epoch.
 *
 * @param readoutTimes test these readout times, written like a window ({@code 2..12}, {@code T}); see {@link Window}
 * @param statistics where the statistics of untrained times come from
 * @param recalibrationImages size of the sample that statistics are recalibrated on; absent for the default sample
 */
public record Measure(
        String readoutTimes, StatisticsPolicy statistics, OptionalInt recalibrationImages, Extras extras) {
    /** Every readout time up to the trained one, statistics recalibrated. */
    public static final Measure DEFAULT =
            new Measure("1..T", StatisticsPolicy.RECALIBRATE, OptionalInt.empty(), Extras.NONE);
}
