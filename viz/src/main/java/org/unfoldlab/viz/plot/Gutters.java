package org.unfoldlab.viz.plot;

import java.util.OptionalDouble;

/**
 * Room beside the drawing area. Fixed gutters make plots stand exactly above each other on one time
 * axis.
 *
 * @param left px for the figures of the y axis; empty for as much as they need
 * @param right px on the right; empty for as much as is needed
 */
public record Gutters(OptionalDouble left, OptionalDouble right) {
    /** As much as each plot needs. */
    public static final Gutters FITTING = new Gutters(OptionalDouble.empty(), OptionalDouble.empty());

    /** The same room in all plots of a column. */
    public static Gutters fixed(double left, double right) {
        return new Gutters(OptionalDouble.of(left), OptionalDouble.of(right));
    }
}
