package org.unfoldlab.app.runs;

import java.util.Locale;
import java.util.Optional;

/*
 * For a given rate b the best amplitude is a = sum(y e^-bt) / sum(e^-2bt), so only b is searched: on a grid, then by
 * golden section around the best grid point. The residual is the root of the mean squared difference.
 */
/**
 * An exponential y = a·e^(−b·t) fitted by least squares.
 *
 * @param amplitude a, in the unit of y
 * @param rate b, per unit of time
 * @param residual root mean square of y − fit, in the unit of y
 */
record Decay(double amplitude, double rate, double residual) {
    private static final int FEWEST_POINTS = 3;
    private static final double SLOWEST = -1;
    private static final double FASTEST = 4;
    private static final int GRID = 200;
    private static final int REFINEMENTS = 60;
    private static final double LARGEST_SHARE = 0.25;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Fits the values; absent with fewer than three finite ones. */
    static Optional<Decay> fit(double[] times, double[] values) {
        int known = 0;
        for (double value : values) {
            known += Double.isFinite(value) ? 1 : 0;
        }
        if (known < FEWEST_POINTS || known < values.length) {
            return Optional.empty();
        }
        double step = (FASTEST - SLOWEST) / GRID;
        double best = SLOWEST;
        for (int i = 0; i <= GRID; i++) {
            double rate = SLOWEST + i * step;
            best = at(rate, times, values).residual() < at(best, times, values).residual() ? rate : best;
        }
        return Optional.of(refine(best - step, best + step, times, values));
    }

    private static Decay refine(double from, double to, double[] times, double[] values) {
        double low = from;
        double high = to;
        for (int i = 0; i < REFINEMENTS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (at(left, times, values).residual() < at(right, times, values).residual()) {
                high = right;
            } else {
                low = left;
            }
        }
        return at((low + high) / 2, times, values);
    }

    private static Decay at(double rate, double[] times, double[] values) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < times.length; i++) {
            double e = Math.exp(-rate * times[i]);
            product += values[i] * e;
            square += e * e;
        }
        double amplitude = product / square;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double difference = values[i] - amplitude * Math.exp(-rate * times[i]);
            sum += difference * difference;
        }
        return new Decay(amplitude, rate, Math.sqrt(sum / times.length));
    }

    /** True if the difference from the values is small against the values themselves. */
    boolean describes(double[] values) {
        double square = 0;
        for (double value : values) {
            square += value * value;
        }
        return residual <= LARGEST_SHARE * Math.sqrt(square / values.length);
    }

    /** E.g. {@code 0.79 e^(−0.41 t), residual 0.02}. */
    String words() {
        String sign = rate < 0 ? "" : "−";
        return String.format(
                Locale.ROOT, "%.2g e^(%s%.2f t), residual %.2g", amplitude, sign, Math.abs(rate), residual);
    }
}
