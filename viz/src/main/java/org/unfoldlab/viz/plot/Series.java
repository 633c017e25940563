package org.unfoldlab.viz.plot;

import java.util.List;

/**
 * A line: values at rising x. A value that is not known is NaN; the line is broken there and
 * nothing is drawn, never a zero.
 */
public final class Series {
    private final String name;
    private final String detail;
    private final SeriesStyle style;
    private final double[] xs;
    private final double[] ys;

    /**
     * Values at given places.
     *
     * @param name written at the line's end, in the table and in figures; may be empty for hairlines
     * @param xs places, finite and never falling
     * @param ys values, as many as places; NaN where there is none
     */
    public Series(String name, SeriesStyle style, double[] xs, double[] ys) {
        this(name, "", style, xs, ys);
    }

    private Series(String name, String detail, SeriesStyle style, double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " places but " + ys.length + " values in " + name);
        }
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isFinite(xs[i]) || (i > 0 && xs[i] < xs[i - 1])) {
                throw new IllegalArgumentException("places must be finite and rise, place " + i + " of " + name);
            }
        }
        this.name = name;
        this.detail = detail;
        this.style = style;
        this.xs = xs.clone();
        this.ys = ys.clone();
    }

    /** Values at {@code first}, {@code first} + 1, …, as epochs or times come. */
    public static Series from(int first, String name, SeriesStyle style, List<Double> values) {
        double[] xs = new double[values.size()];
        double[] ys = new double[values.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = first + i;
            ys[i] = values.get(i);
        }
        return new Series(name, style, xs, ys);
    }

    /**
     * A centred moving mean over up to {@code window} values; fewer at the ends and around unknown
     * values, which stay unknown. Draw the raw line behind it: {@link SeriesStyle#behind()}.
     *
     * @param window odd, at least 1
     */
    public Series smoothed(int window) {
        if (window < 1 || window % 2 == 0) {
            throw new IllegalArgumentException("the window is odd, got " + window);
        }
        double[] smooth = new double[ys.length];
        for (int i = 0; i < ys.length; i++) {
            smooth[i] = has(i) ? meanAround(i, window / 2) : Double.NaN;
        }
        return new Series(name, detail, style, xs, smooth);
    }

    private double meanAround(int middle, int reach) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, middle - reach); i <= Math.min(ys.length - 1, middle + reach); i++) {
            if (has(i)) {
                sum += ys[i];
                count++;
            }
        }
        return sum / count;
    }

    /** The same values under another name. */
    public Series named(String other) {
        return new Series(other, detail, style, xs, ys);
    }

    /** The same values drawn in another way. */
    public Series drawn(SeriesStyle how) {
        return new Series(name, detail, how, xs, ys);
    }

    /** The same with a line of muted text under its name: a fit and its residual, say. */
    public Series withDetail(String text) {
        return new Series(name, text, style, xs, ys);
    }

    /** What is said under its name; may be empty. */
    public String detail() {
        return detail;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** True if its name stands in the drawing: hairlines are too many for that. */
    public boolean isNamed() {
        return !name.isEmpty() && !style.isHairline();
    }

    /** How it is drawn. */
    public SeriesStyle style() {
        return style;
    }

    /** Number of places. */
    public int size() {
        return xs.length;
    }

    /** Place number i. */
    public double x(int i) {
        return xs[i];
    }

    /** Value number i, NaN if there is none. */
    public double y(int i) {
        return ys[i];
    }

    /** True if value number i exists. */
    public boolean has(int i) {
        return Double.isFinite(ys[i]);
    }

    /** The value at that very place, NaN if there is none. */
    public double at(double x) {
        int i = nearest(x);
        return i >= 0 && xs[i] == x ? ys[i] : Double.NaN;
    }

    /** Index of the place nearest to x that has a value; -1 if there is none at all. */
    public int nearest(double x) {
        int best = -1;
        for (int i = 0; i < xs.length; i++) {
            if (has(i) && (best < 0 || Math.abs(xs[i] - x) < Math.abs(xs[best] - x))) {
                best = i;
            }
        }
        return best;
    }

    /** Index of the last value; -1 if there is none. */
    public int last() {
        int i = xs.length - 1;
        while (i >= 0 && !has(i)) {
            i--;
        }
        return i;
    }
}
