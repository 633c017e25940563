package org.unfoldlab.model.sweep;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Mean and spread of one figure over repetitions.
 *
 * @param count how many values, at least 1
 * @param mean arithmetic mean
 * @param deviation sample standard deviation, √(Σ(x − mean)² / (n − 1)); absent for one value
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
        // Rounding must not push the mean of equal values past them.
        double mean = Math.max(lowest, Math.min(highest, Arrays.stream(values).sum() / values.length));
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        OptionalDouble deviation = values.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
        return new Spread(values.length, mean, deviation, lowest, highest);
    }
}
