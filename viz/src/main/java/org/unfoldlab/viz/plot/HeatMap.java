package org.unfoldlab.viz.plot;

import java.util.List;
import java.util.OptionalInt;

/** Values over rows and t: a row for each channel, a column for each whole t. NaN is unknown. */
public final class HeatMap {
    private final String title;
    private final String unit;
    private final Axis x;
    private final int first;
    private final List<String> rows;
    private final double[][] values;
    private final ColorScale colors;
    private final List<Mark> marks;
    private final OptionalInt marked;

    /**
     * A map.
     *
     * @param title what is shown, e.g. "All channels"
     * @param unit circumstances, muted after the title
     * @param x the time axis, with fixed ends so that it stands under other plots
     * @param first t of the first column
     * @param rows names of the rows from top to bottom
     * @param values by row and column, all rows equally long
     * @param colors the scale; a diverging one is centred on zero
     */
    public HeatMap(
            String title, String unit, Axis x, int first, List<String> rows, double[][] values, ColorScale colors) {
        this(title, unit, x, first, List.copyOf(rows), copy(values), colors, List.of(), OptionalInt.empty());
        if (rows.size() != values.length) {
            throw new IllegalArgumentException(rows.size() + " names for " + values.length + " rows");
        }
    }

    private HeatMap(
            String title,
            String unit,
            Axis x,
            int first,
            List<String> rows,
            double[][] values,
            ColorScale colors,
            List<Mark> marks,
            OptionalInt marked) {
        this.title = title;
        this.unit = unit;
        this.x = x;
        this.first = first;
        this.rows = rows;
        this.values = values;
        this.colors = colors;
        this.marks = marks;
        this.marked = marked;
    }

    /** The same map with vertical lines. */
    public HeatMap withMarks(List<Mark> lines) {
        return new HeatMap(title, unit, x, first, rows, values, colors, List.copyOf(lines), marked);
    }

    /** The same map with the row that is looked at, or none. */
    public HeatMap withMarkedRow(OptionalInt row) {
        return new HeatMap(title, unit, x, first, rows, values, colors, marks, row);
    }

    /** Number of rows. */
    public int rowCount() {
        return rows.size();
    }

    /** Number of columns, 0 without rows. */
    public int columnCount() {
        return values.length == 0 ? 0 : values[0].length;
    }

    /** Name of a row. */
    public String rowName(int row) {
        return rows.get(row);
    }

    /** A value, NaN if there is none. */
    public double value(int row, int column) {
        return values[row][column];
    }

    /** The value at a whole t; NaN outside the columns. */
    public double at(int row, double t) {
        int column = (int) Math.rint(t) - first;
        return column >= 0 && column < columnCount() ? values[row][column] : Double.NaN;
    }

    /** T of the first column. */
    public int first() {
        return first;
    }

    /** T of the last column. */
    public int last() {
        return first + columnCount() - 1;
    }

    /** What is shown. */
    public String title() {
        return title;
    }

    /** Circumstances, after the title. */
    public String unit() {
        return unit;
    }

    /** The time axis. */
    public Axis x() {
        return x;
    }

    /** The colours. */
    public ColorScale colors() {
        return colors;
    }

    /** Vertical lines. */
    public List<Mark> marks() {
        return marks;
    }

    /** The row that is looked at. */
    public OptionalInt markedRow() {
        return marked;
    }

    /** Ends of the colour scale: those of the data, or as far from zero on both sides. */
    Ranges.Range range() {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            for (double value : row) {
                if (Double.isFinite(value)) {
                    lo = Math.min(lo, value);
                    hi = Math.max(hi, value);
                }
            }
        }
        if (lo > hi) {
            return new Ranges.Range(0, 1);
        }
        double reach = Math.max(Math.max(Math.abs(lo), Math.abs(hi)), Double.MIN_NORMAL);
        if (colors == ColorScale.DIVERGING) {
            return new Ranges.Range(-reach, reach);
        }
        return lo < hi ? new Ranges.Range(lo, hi) : new Ranges.Range(lo, lo + reach);
    }

    private static double[][] copy(double[][] values) {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            copy[row] = values[row].clone();
            if (copy[row].length != copy[0].length) {
                throw new IllegalArgumentException("row " + row + " is not as long as the first");
            }
        }
        return copy;
    }
}
