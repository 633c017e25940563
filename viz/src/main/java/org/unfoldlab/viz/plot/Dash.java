package org.unfoldlab.viz.plot;

import java.util.List;

/** How a line is broken, the second channel beside its colour. Lengths in stroke widths. */
public enum Dash {
    SOLID,
    DOTS(0.1, 2.2),
    DASHES(3.2, 2.2),
    DASH_DOT(4.0, 2.2, 0.1, 2.2),
    LONG_DASHES(6.0, 2.4);

    private final List<Double> lengths;

    Dash(Double... lengths) {
        this.lengths = List.of(lengths);
    }

    /** On and off lengths in px for a line of that width; empty for a solid line. */
    public double[] pattern(double width) {
        return lengths.stream().mapToDouble(length -> length * width).toArray();
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
