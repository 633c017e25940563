package org.unfoldlab.viz.plot;

/**
 * The map from values to px along one axis.
 *
 * @param lo value at {@code pxLo}
 * @param hi value at {@code pxHi}, above {@code lo}
 * @param log true if equal ratios are equally long
 * @param pxLo px of the lower value
 * @param pxHi px of the higher value; below {@code pxLo} for an axis that goes up
 */
record Scale(double lo, double hi, boolean log, double pxLo, double pxHi) {
    Scale {
        if (!(lo < hi) || (log && lo <= 0)) {
            throw new IllegalArgumentException("a scale runs upwards, got " + lo + " to " + hi);
        }
    }

    /** Px of a value; NaN for what a log axis cannot hold. */
    double toPx(double value) {
        if (log && !(value > 0)) {
            return Double.NaN;
        }
        double share = log ? Math.log(value / lo) / Math.log(hi / lo) : (value - lo) / (hi - lo);
        return pxLo + share * (pxHi - pxLo);
    }

    /** Value at a px. */
    double toValue(double px) {
        double share = (px - pxLo) / (pxHi - pxLo);
        return log ? lo * Math.pow(hi / lo, share) : lo + share * (hi - lo);
    }
}
