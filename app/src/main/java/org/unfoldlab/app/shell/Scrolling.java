package org.unfoldlab.app.shell;

/** How far something is scrolled along one axis, as scroll panes count it. */
public final class Scrolling {
    private Scrolling() {}

    /**
     * The place, 0 to 1, nearest to the present one at which a part is in sight; where it is longer than what is seen,
     * its beginning is.
     *
     * @param now px that are hidden before what is seen
     * @param hidden px of the whole that are not seen, more than 0
     * @param seen px that are seen
     * @param from where the part begins, px of the whole
     * @param to where it ends
     */
    public static double toSee(double now, double hidden, double seen, double from, double to) {
        double wanted = Math.min(from, Math.max(now, to - seen));
        return Math.max(0, Math.min(1, wanted / hidden));
    }
}
