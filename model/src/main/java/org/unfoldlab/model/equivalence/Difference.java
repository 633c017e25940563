package org.unfoldlab.model.equivalence;

import org.unfoldlab.model.result.HostArray;

/**
 * How far two arrays lie apart.
 *
 * @param folded size of the folded one: Euclidean norm, or the value itself for a single number
 * @param other size of the other one
 * @param absolute max|Δ| over the elements
 * @param relative {@code absolute} over the largest magnitude of the folded array; not a number where either holds
 *     something that is not finite
 */
public record Difference(double folded, double other, double absolute, double relative) {
    /** Below this, an array counts as zero and the difference is taken as it is. */
    private static final double SMALLEST_SCALE = 1e-12;

    /** Compares element by element. */
    static Difference of(HostArray folded, HostArray other) {
        return of(folded.asDoubles(), other.asDoubles());
    }

    static Difference of(double folded, double other) {
        Difference difference = of(new double[] {folded}, new double[] {other});
        return new Difference(folded, other, difference.absolute, difference.relative);
    }

    static Difference of(double[] folded, double[] other) {
        if (folded.length != other.length) {
            throw new IllegalArgumentException(folded.length + " numbers cannot be compared with " + other.length);
        }
        double largest = SMALLEST_SCALE;
        double absolute = 0;
        boolean finite = true;
        for (int i = 0; i < folded.length; i++) {
            double apart = Math.abs(folded[i] - other[i]);
            finite &= Double.isFinite(apart);
            largest = Math.max(largest, Math.abs(folded[i]));
            absolute = Math.max(absolute, apart);
        }
        return new Difference(norm(folded), norm(other), absolute, finite ? absolute / largest : Double.NaN);
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** True when the relative difference is a number within the bound. */
    public boolean within(double bound) {
        return relative <= bound;
    }

    /** The one that lies further apart; what is not a number lies furthest. */
    Difference worse(Difference that) {
        return Double.compare(relative, that.relative) >= 0 ? this : that;
    }
}
