package org.unfoldlab.viz.unrolled;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The test error of one run at each readout time, for the ledger.
 *
 * @param caption a few muted words, e.g. {@code run 3, if read at t}
 * @param run number of the run, from 1; its colour follows
 * @param byTime error 0 … 1, index t; absent where it was not measured
 * @param trainedTime the T that the run was trained for
 */
public record ReadoutErrors(String caption, int run, List<OptionalDouble> byTime, OptionalInt trainedTime) {
    /** No run yet. */
    public static final ReadoutErrors NONE = new ReadoutErrors("not trained", 1, List.of(), OptionalInt.empty());

    public ReadoutErrors {
        byTime = List.copyOf(byTime);
    }

    /** The error at a readout time; absent where it was not measured. */
    public OptionalDouble at(int time) {
        return time >= 0 && time < byTime.size() ? byTime.get(time) : OptionalDouble.empty();
    }

    public boolean isEmpty() {
        return byTime.stream().noneMatch(OptionalDouble::isPresent);
    }
}
