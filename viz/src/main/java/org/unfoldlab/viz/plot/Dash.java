package org.unfoldlab.viz.plot;

/** How a line is broken, the second channel beside its colour. */
public enum Dash {
    SOLID,
    DOTS,
    DASHES,
    DASH_DOT,
    LONG_DASHES,
    /** Finer than {@link #DASHES}: ghosts and what is not there yet. */
    SHORT_DASHES;

    /** On and off lengths in px for a line of that width; empty for a solid line. */
    public double[] pattern(double width) {
        return switch (this) {
            case SOLID -> new double[0];
            case DOTS -> new double[] {0.1 * width, 2.2 * width};
            case DASHES -> new double[] {3.2 * width, 2.2 * width};
            case DASH_DOT -> new double[] {4 * width, 2.2 * width, 0.1 * width, 2.2 * width};
            case LONG_DASHES -> new double[] {6 * width, 2.4 * width};
            case SHORT_DASHES -> new double[] {2.4 * width, 3.2 * width};
        };
    }

    /** The dash that goes with a run's colour: dots, dashes, solid, dash-dot, long dashes. */
    public static Dash run(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("runs are numbered from 1, got " + number);
        }
        return switch ((number - 1) % 5) {
            case 0 -> DOTS;
            case 1 -> DASHES;
            case 2 -> SOLID;
            case 3 -> DASH_DOT;
            default -> LONG_DASHES;
        };
    }
}
