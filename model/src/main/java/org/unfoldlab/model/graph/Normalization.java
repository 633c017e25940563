package org.unfoldlab.model.graph;

/**
 * Batch normalisation's rules (SPEC §4; paper §3, time-specific batch normalisation).
 *
 * @param epsilon added to the variance, &gt; 0
 */
public record Normalization(Statistics statistics, Affine affine, double epsilon, Extras extras) {
    /** Time-specific statistics, no affine part, ε = 1e-5. */
    public static final Normalization DEFAULT = new Normalization(Statistics.PER_TIME, Affine.NONE, 1e-5);

    public Normalization(Statistics statistics, Affine affine, double epsilon) {
        this(statistics, affine, epsilon, Extras.NONE);
    }

    /** Whose mean and variance a position uses. */
    public enum Statistics {
        /** Own mean and variance for each (transition, B, t): TSBN. */
        PER_TIME,
        /** One running mean and variance for each (transition, B), whatever t. */
        SHARED
    }

    /** The learned scale γ and shift β. */
    public enum Affine {
        NONE,
        SHARED,
        PER_TIME
    }
}
