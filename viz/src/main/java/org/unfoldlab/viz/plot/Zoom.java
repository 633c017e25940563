package org.unfoldlab.viz.plot;

/**
 * The part of the x axis that is shown; the y axis fits what is seen.
 *
 * @param from left end
 * @param to right end, above {@code from}
 */
public record Zoom(double from, double to) {
    public Zoom {
        if (!(from < to)) {
            throw new IllegalArgumentException("a zoom runs from left to right, got " + from + " to " + to);
        }
    }

    /** The same part scaled by a factor around a place that stays where it is. */
    Zoom around(double place, double factor) {
        return new Zoom(place + (from - place) * factor, place + (to - place) * factor);
    }
}
