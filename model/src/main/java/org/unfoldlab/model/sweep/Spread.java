package org.unfoldlab.model.sweep;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Mean and spread of one figure over repetitions.
 *
 * @param count how many values, at least 1
 * @param mean arithmetic mean
 * @param deviation sample standard deviation, √(Σ(x − mean)² / (n − 1)); absent for one value, infinite only where it
 *     exceeds the largest double
 * @param lowest smallest value
 * @param highest largest value
 */
public record Spread(int count, double mean, OptionalDouble deviation, double lowest, double highest) {
    /**
     * The spread of some values.
     *
     * @param values finite, at least one
     */
    public static Spread of(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a spread needs finite values, got " + Arrays.toString(values));
        }
        double lowest = Arrays.stream(values).min().orElseThrow();
        double highest = Arrays.stream(values).max().orElseThrow();
        // Sums are taken below 2 in size, by a power of two, which is exact: huge values must not add up to infinity.
        int exponent = Math.getExponent(Math.max(Math.abs(lowest), Math.abs(highest)));
        double[] scaled =
                Arrays.stream(values).map(x -> Math.scalb(x, -exponent)).toArray();
        double scaledMean = Arrays.stream(scaled).sum() / scaled.length;
        // Rounding must not push the mean of equal values past them.
        double mean = Math.max(lowest, Math.min(highest, Math.scalb(scaledMean, exponent)));
        return new Spread(values.length, mean, deviation(scaled, scaledMean, exponent), lowest, highest);
    }

    private static OptionalDouble deviation(double[] scaled, double scaledMean, int exponent) {
        if (scaled.length < 2) {
            return OptionalDouble.empty();
        }
        double squares = Arrays.stream(scaled)
                .map(x -> (x - scaledMean) * (x - scaledMean))
                .sum();
        return OptionalDouble.of(Math.scalb(Math.sqrt(squares / (scaled.length - 1)), exponent));
    }
}
