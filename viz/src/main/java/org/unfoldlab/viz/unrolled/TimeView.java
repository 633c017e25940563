package org.unfoldlab.viz.unrolled;

/** Which times of the unrolled network are seen, and how far apart: scrolled and zoomed by hand. */
final class TimeView {
    private static final double LARGEST = 4;

    private double scroll = Double.POSITIVE_INFINITY;
    private double zoom = 1;

    /** How far the lanes are scrolled to the left, in px. */
    double scroll() {
        return scroll;
    }

    /** Distance of columns, in those of the whole network; 1 to 4. */
    double zoom() {
        return zoom;
    }

    /** Shows the readout. */
    void toEnd() {
        scroll = Double.POSITIVE_INFINITY;
    }

    /** Shows the whole network, or its end when that is too long. */
    void fit() {
        zoom = 1;
        toEnd();
    }

    /** Scrolls to the left by that many px. */
    void scrollBy(double distance) {
        scroll = Math.max(0, scroll + distance);
    }

    /** Larger or smaller by a factor, the time at x staying where it is. */
    void zoomBy(double factor, double x, StageMetrics now) {
        double next = Math.max(1, Math.min(LARGEST, zoom * factor));
        double lanes = x - now.firstColumn();
        scroll = Math.max(0, (lanes + scroll) * next / zoom - lanes);
        zoom = next;
    }

    /** Keeps within what can be scrolled. */
    void keepWithin(double range) {
        scroll = Math.max(0, Math.min(scroll, range));
    }
}
