package org.unfoldlab.viz.plot;

/**
 * A vertical line at one place.
 *
 * @param x its place on the x axis
 * @param text what it says; may be empty
 * @param kind what it means
 */
public record Mark(double x, String text, Kind kind) {
    /** What a mark means, and so how it looks. */
    public enum Kind {
        /** The readout T: a heavy line; its text stands on a flag. */
        READOUT,
        /** The t the network was trained at: stays when T moves. */
        TRAINED,
        /** The first of the times that are tested: a bracket on the axis. */
        RANGE_FROM,
        /** The last of the times that are tested: a bracket on the axis. */
        RANGE_TO,
        /** A change during a run, e.g. "rate 0.01 → 0.005": dashed. */
        CHANGE,
        /** From here on values were recalibrated: dotted. */
        RECALIBRATED,
        /** A run stopped here with an error: dashed, in the colour of errors. */
        STOPPED
    }
}
