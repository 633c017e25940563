package org.unfoldlab.model.equivalence.linear;

/**
 * An eigenvalue λ of K+I, a point of the complex plane.
 *
 * @param real along
 * @param imaginary across; 0 for a real one
 */
public record Eigenvalue(double real, double imaginary) {
    /** How near to 1 a size counts as 1. */
    private static final double NEAR_ONE = 1e-9;

    /** What depth does to a mode. */
    public enum Fate {
        DECAYS("decays"),
        PERSISTS("persists"),
        EXPLODES("explodes");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        /** {@code decays}, {@code persists} or {@code explodes}. */
        public String word() {
            return word;
        }
    }

    /** |λ|: the factor by which each layer stretches the mode. */
    public double size() {
        return Math.hypot(real, imaginary);
    }

    /** The same mode's eigenvalue of K alone, λ − 1: what a plain product multiplies with. */
    public Eigenvalue withoutIdentity() {
        return new Eigenvalue(real - 1, imaginary);
    }

    /** Inside the unit circle a mode decays, on it it persists, outside it explodes. */
    public Fate fate() {
        double size = size();
        if (Math.abs(size - 1) <= NEAR_ONE) {
            return Fate.PERSISTS;
        }
        return size < 1 ? Fate.DECAYS : Fate.EXPLODES;
    }
}
