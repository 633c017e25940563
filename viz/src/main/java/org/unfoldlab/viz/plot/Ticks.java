package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis says a number. Steps are 1, 2 or 5 times a power of ten (Heckbert 1990, "Nice
 * numbers for graph labels", Graphics Gems); a log axis says powers of ten and, over less than two
 * decades, twice and five times them.
 */
final class Ticks {
    private static final double TOLERANCE = 1e-9;
    /** A step is less than 2.5 times the wished one, so that wishing for so many gives two at least. */
    private static final int ENOUGH = 5;

    private Ticks() {}

    /**
     * Ticks from lo to hi, both possibly included; two or more, unless only one whole number lies there.
     *
     * @param wanted about how many; at least 2
     * @param whole true if only whole numbers may be said
     */
    static double[] linear(double lo, double hi, int wanted, boolean whole) {
        int count = Math.max(wanted, 2);
        double[] ticks = multiples(lo, hi, step((hi - lo) / count, whole), whole);
        while (ticks.length < 2 && count < ENOUGH) {
            count++;
            ticks = multiples(lo, hi, step((hi - lo) / count, whole), whole);
        }
        return ticks;
    }

    private static double[] multiples(double lo, double hi, double step, boolean whole) {
        List<Double> ticks = new ArrayList<>();
        double offset = whole && step == 2 ? Math.floorMod(Math.round(Math.ceil(lo - TOLERANCE)), 2L) : 0;
        long first = (long) Math.ceil((lo - offset) / step - TOLERANCE);
        if (whole && isWhole(lo) && first * step + offset - lo > 0.5 * step) {
            ticks.add(lo);
        }
        for (long k = first; k * step + offset <= hi + step * TOLERANCE; k++) {
            ticks.add(clean(k, step) + offset);
        }
        return array(ticks);
    }

    /** Ticks of a log axis from lo to hi, both above zero. */
    static double[] log(double lo, double hi, int wanted) {
        int first = (int) Math.floor(Math.log10(lo) + TOLERANCE);
        int last = (int) Math.ceil(Math.log10(hi) - TOLERANCE);
        int stride = Math.max(1, (int) Math.ceil((last - first - 1) / (double) Math.max(wanted, 2)));
        double[] factors = last - first <= 2 ? new double[] {1, 2, 5} : new double[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade += stride) {
            for (double factor : factors) {
                double tick = Double.parseDouble((int) factor + "e" + decade);
                if (tick >= lo * (1 - TOLERANCE) && tick <= hi * (1 + TOLERANCE)) {
                    ticks.add(tick);
                }
            }
        }
        return array(ticks);
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below the raw step. */
    static double step(double raw, boolean whole) {
        if (!(raw > 0) || !Double.isFinite(raw)) {
            return 1;
        }
        if (whole && raw <= 1) {
            return 1;
        }
        int exponent = (int) Math.floor(Math.log10(raw));
        for (int power = exponent; ; power++) {
            for (int factor : new int[] {1, 2, 5}) {
                double step = Double.parseDouble(factor + "e" + power);
                if (step >= raw * (1 - TOLERANCE)) {
                    return step;
                }
            }
        }
    }

    /** k times step without the noise of binary fractions. */
    private static double clean(long k, double step) {
        return step >= 1 ? k * step : k / (double) Math.round(1 / step);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
