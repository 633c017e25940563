package org.unfoldlab.viz.explore;

/**
 * The values that colours stand for.
 *
 * @param lo value of the first colour
 * @param hi value of the last colour
 */
record MapRange(double lo, double hi) {
    /** Nothing is known. */
    static final MapRange EMPTY = new MapRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Wide enough for the finite values of one more map. */
    MapRange with(FeatureMap map) {
        double low = lo;
        double high = hi;
        for (float value : map.values()) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new MapRange(low, high);
    }

    /** As far below zero as above. */
    MapRange aroundZero() {
        double reach = isEmpty() ? 0 : Math.max(Math.abs(lo), Math.abs(hi));
        return new MapRange(-reach, reach);
    }

    boolean isEmpty() {
        return lo > hi;
    }

    /** Where a value lies, 0 … 1; a constant map lies in the middle. */
    double share(double value) {
        return hi > lo ? Math.max(0, Math.min(1, (value - lo) / (hi - lo))) : 0.5;
    }
}
