package org.unfoldlab.datasets.shapes;

import org.unfoldlab.datasets.SeededRandom;

/** A colour, each part in 0 … 1. */
record Colour(double red, double green, double blue) {
    private static final int TRIES = 64;

    /** A random colour whose three parts lie between {@code darkest} and {@code lightest}. */
    static Colour random(double darkest, double lightest, SeededRandom random) {
        return new Colour(
                random.nextDouble(darkest, lightest),
                random.nextDouble(darkest, lightest),
                random.nextDouble(darkest, lightest));
    }

    /** Such a colour, at least {@code contrast} away from this one, or the farthest of many tries. */
    Colour unlike(double contrast, double darkest, double lightest, SeededRandom random) {
        Colour best = random(darkest, lightest, random);
        for (int i = 0; i < TRIES && distance(best) < contrast; i++) {
            Colour other = random(darkest, lightest, random);
            best = distance(other) > distance(best) ? other : best;
        }
        return best;
    }

    /** Root mean square over the three parts, 0 … 1. */
    double distance(Colour other) {
        double r = red - other.red;
        double g = green - other.green;
        double b = blue - other.blue;
        return Math.sqrt((r * r + g * g + b * b) / 3);
    }
}
