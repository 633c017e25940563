package org.unfoldlab.viz.graph;

import java.util.Arrays;

/**
 * A line through points, in px.
 *
 * @param count how many of the points count, at least 1
 */
public record Polyline(double[] xs, double[] ys, int count) {
    /** Without its last piece of that length: room for an arrow's head. */
    public Polyline shortened(double length) {
        double left = length;
        for (int i = count - 1; i > 0; i--) {
            double piece = Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
            if (piece > left) {
                double[] newXs = Arrays.copyOf(xs, i + 1);
                double[] newYs = Arrays.copyOf(ys, i + 1);
                newXs[i] = xs[i] + (xs[i - 1] - xs[i]) * left / piece;
                newYs[i] = ys[i] + (ys[i - 1] - ys[i]) * left / piece;
                return new Polyline(newXs, newYs, i + 1);
            }
            left -= piece;
        }
        return new Polyline(xs, ys, 1);
    }

    public double endX() {
        return xs[count - 1];
    }

    public double endY() {
        return ys[count - 1];
    }

    /** Distance in px from a point to the nearest place of the line. */
    public double distance(double px, double py) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < count; i++) {
            double dx = xs[i] - xs[i - 1];
            double dy = ys[i] - ys[i - 1];
            double squared = dx * dx + dy * dy;
            double share = squared == 0 ? 0 : ((px - xs[i - 1]) * dx + (py - ys[i - 1]) * dy) / squared;
            double k = Math.max(0, Math.min(1, share));
            nearest = Math.min(nearest, Math.hypot(px - xs[i - 1] - k * dx, py - ys[i - 1] - k * dy));
        }
        return nearest;
    }
}
