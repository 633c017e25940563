package org.unfoldlab.viz.graph;

import java.util.Arrays;

/** A chain of cubic Bézier curves, in px. Immutable. */
public final class Curve {
    private static final int PIECES = 14;

    private static final int MOST_PIECES = 56;
    /** No piece of a long curve is longer, in px. */
    private static final double LONGEST_PIECE = 8;

    /** x0, y0, then three points for each cubic. */
    private final double[] points;

    private Curve(double[] points) {
        this.points = points;
    }

    /** One cubic: start, two control points, end. */
    public static Curve cubic(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
        return new Curve(new double[] {x0, y0, x1, y1, x2, y2, x3, y3});
    }

    /** A straight line, as a cubic, so that it can turn into any other. */
    public static Curve line(double x0, double y0, double x1, double y1) {
        double dx = (x1 - x0) / 3;
        double dy = (y1 - y0) / 3;
        return cubic(x0, y0, x0 + dx, y0 + dy, x1 - dx, y1 - dy, x1, y1);
    }

    /**
     * A circular arc of three cubics (control points at 4/3·tan(θ/4) of the radius).
     *
     * @param from angle in radians, 0 to the right, clockwise on the screen
     * @param sweep signed angle, up to a full turn
     */
    public static Curve arc(double cx, double cy, double radius, double from, double sweep) {
        double step = sweep / 3;
        double k = 4.0 / 3 * Math.tan(step / 4) * radius;
        double[] points = new double[20];
        for (int i = 0; i <= 3; i++) {
            double angle = from + i * step;
            double x = cx + radius * Math.cos(angle);
            double y = cy + radius * Math.sin(angle);
            double tx = -Math.sin(angle) * k;
            double ty = Math.cos(angle) * k;
            points[6 * i] = x;
            points[6 * i + 1] = y;
            if (i < 3) {
                points[6 * i + 2] = x + tx;
                points[6 * i + 3] = y + ty;
            }
            if (i > 0) {
                points[6 * i - 2] = x - tx;
                points[6 * i - 1] = y - ty;
            }
        }
        return new Curve(points);
    }

    /** Part of the way to another curve of as many cubics: 0 this, 1 the other. */
    public Curve towards(Curve other, double share) {
        if (share <= 0 || points.length != other.points.length) {
            return share < 0.5 ? this : other;
        }
        double[] mixed = new double[points.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = points[i] + (other.points[i] - points[i]) * share;
        }
        return new Curve(mixed);
    }

    /** Moved as a whole. */
    public Curve moved(double dx, double dy) {
        double[] moved = points.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += dx;
            moved[i + 1] += dy;
        }
        return new Curve(moved);
    }

    public double startX() {
        return points[0];
    }

    public double startY() {
        return points[1];
    }

    public double endX() {
        return points[points.length - 2];
    }

    public double endY() {
        return points[points.length - 1];
    }

    private int cubics() {
        return (points.length - 2) / 6;
    }

    /** x at a share of the way, 0 to 1. */
    public double x(double share) {
        return at(share, 0);
    }

    /** y at a share of the way, 0 to 1. */
    public double y(double share) {
        return at(share, 1);
    }

    private double at(double share, int axis) {
        double scaled = Math.max(0, Math.min(1, share)) * cubics();
        int i = Math.min((int) scaled, cubics() - 1);
        double t = scaled - i;
        double u = 1 - t;
        int o = 6 * i + axis;
        return u * u * u * points[o]
                + 3 * u * u * t * points[o + 2]
                + 3 * u * t * t * points[o + 4]
                + t * t * t * points[o + 6];
    }

    /** Pieces of one cubic; the way along its handles is no shorter than it. */
    private int pieces() {
        double way = 0;
        for (int i = 2; i + 1 < points.length; i += 2) {
            way += Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
        }
        return Math.max(PIECES, Math.min(MOST_PIECES, (int) (way / cubics() / LONGEST_PIECE)));
    }

    /** Points along the curve, close enough to look smooth: x values, then y values. */
    public Polyline flattened() {
        int count = cubics() * pieces() + 1;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = x((double) i / (count - 1));
            ys[i] = y((double) i / (count - 1));
        }
        return new Polyline(xs, ys, count);
    }

    /** Distance in px from a point to the nearest place of the curve. */
    public double distance(double px, double py) {
        return flattened().distance(px, py);
    }

    @Override
    public String toString() {
        return "Curve" + Arrays.toString(points);
    }
}
