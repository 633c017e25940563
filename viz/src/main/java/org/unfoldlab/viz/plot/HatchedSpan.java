package org.unfoldlab.viz.plot;

import java.util.List;

/**
 * Where there is nothing to show, and why: hatched, never a value.
 *
 * @param from left end on the x axis
 * @param to right end, above {@code from}
 * @param title what is missing, e.g. "No signal yet"
 * @param reasons why, the longest first; the first one that fits is written
 */
public record HatchedSpan(double from, double to, String title, List<String> reasons) {
    public HatchedSpan {
        reasons = List.copyOf(reasons);
        if (!(from < to)) {
            throw new IllegalArgumentException("a span runs from left to right, got " + from + " to " + to);
        }
    }

    /** True for places strictly inside. */
    public boolean covers(double x) {
        return x > from && x < to;
    }
}
