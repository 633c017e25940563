package org.unfoldlab.viz.plot;

/**
 * A rectangle in px, y downwards.
 *
 * @param x left edge
 * @param y upper edge
 * @param width not negative
 * @param height not negative
 */
public record Box(double x, double y, double width, double height) {
    /** The right edge. */
    public double right() {
        return x + width;
    }

    /** The lower edge. */
    public double bottom() {
        return y + height;
    }

    /** The middle, from left to right. */
    public double centerX() {
        return x + width / 2;
    }

    /** The middle, from top to bottom. */
    public double centerY() {
        return y + height / 2;
    }

    /** True if the point lies inside or on the edge. */
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /** True if the other lies wholly inside. */
    public boolean contains(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    /** True if both share an area. */
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** True if the segment touches the inside (Liang and Barsky 1984, without the clipped ends). */
    public boolean crossedBy(double x1, double y1, double x2, double y2) {
        double[] p = {x1 - x2, x2 - x1, y1 - y2, y2 - y1};
        double[] q = {x1 - x, right() - x1, y1 - y, bottom() - y1};
        double enter = 0;
        double leave = 1;
        for (int i = 0; i < 4; i++) {
            if (p[i] == 0 && q[i] < 0) {
                return false;
            }
            if (p[i] < 0) {
                enter = Math.max(enter, q[i] / p[i]);
            } else if (p[i] > 0) {
                leave = Math.min(leave, q[i] / p[i]);
            }
        }
        return enter <= leave;
    }
}
