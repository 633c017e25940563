package org.unfoldlab.viz.plot;

import java.util.OptionalDouble;

/**
 * One axis.
 *
 * @param label written at its end, e.g. {@code epoch} or {@code time t}; may be empty
 * @param symbol how a place is named in figures: {@code t} gives "t = 6", {@code epoch} gives
 *     "epoch 6"
 * @param unit written behind a figure, e.g. {@code %}; may be empty
 * @param log true for a logarithmic axis, which then says so
 * @param whole true if only whole numbers make ticks
 * @param zero true if zero belongs on it, as for errors
 * @param decimals of a figure; negative for four significant digits
 * @param from fixed lower end, otherwise from the data
 * @param to fixed upper end, otherwise from the data
 */
public record Axis(
        String label,
        String symbol,
        String unit,
        boolean log,
        boolean whole,
        boolean zero,
        int decimals,
        OptionalDouble from,
        OptionalDouble to) {

    public Axis {
        if (log && (zero || from.orElse(1) <= 0 || to.orElse(1) <= 0)) {
            throw new IllegalArgumentException("a log axis has no zero: " + label);
        }
        if (from.isPresent() && to.isPresent() && !(from.getAsDouble() < to.getAsDouble())) {
            throw new IllegalArgumentException("an axis runs upwards: " + label);
        }
    }

    /** Epochs, from 1 to the last one planned. */
    public static Axis epochs(int last) {
        return counted("epoch", "epoch").between(1, Math.max(last, 2));
    }

    /** Times t, both ends included. */
    public static Axis time(int from, int to) {
        return counted("time t", "t").between(from, Math.max(to, from + 1));
    }

    /** Whole numbers. */
    public static Axis counted(String label, String symbol) {
        return new Axis(label, symbol, "", false, true, false, 0, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Errors in percent: zero is on the axis, figures have one decimal. */
    public static Axis percent() {
        return values("%").withZero().withDecimals(1);
    }

    /** Any values, with their unit; no label, the plot's title says what they are. */
    public static Axis values(String unit) {
        return new Axis("", "", unit, false, false, false, -1, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same with fixed ends. */
    public Axis between(double first, double last) {
        return new Axis(
                label, symbol, unit, log, whole, zero, decimals, OptionalDouble.of(first), OptionalDouble.of(last));
    }

    /** The same with ends from the data. */
    public Axis unbounded() {
        return new Axis(
                label, symbol, unit, log, whole, zero, decimals, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same with zero on it. */
    public Axis withZero() {
        return new Axis(label, symbol, unit, false, whole, true, decimals, from, to);
    }

    /** The same, logarithmic, without zero. */
    public Axis logarithmic() {
        return new Axis(label, symbol, unit, true, whole, false, decimals, from, to);
    }

    /** The same with figures of so many decimals. */
    public Axis withDecimals(int count) {
        return new Axis(label, symbol, unit, log, whole, zero, count, from, to);
    }

    /** The same with a label. */
    public Axis labelled(String text) {
        return new Axis(text, symbol, unit, log, whole, zero, decimals, from, to);
    }

    /** A value as a figure with its unit, e.g. {@code 13.2 %}; a dash if there is none. */
    public String figure(double value) {
        String number = decimals >= 0 ? Numbers.fixed(value, decimals) : Numbers.significant(value);
        return unit.isEmpty() || !Double.isFinite(value) ? number : number + " " + unit;
    }

    /** A place in words, e.g. {@code t = 6} or {@code epoch 6}. */
    public String place(double value) {
        String number = whole ? Numbers.significant(value) : figure(value);
        if (symbol.isEmpty()) {
            return number;
        }
        return symbol.length() == 1 ? symbol + " = " + number : symbol + " " + number;
    }

    /** The label as drawn: a log axis says so. */
    public String caption() {
        if (!log) {
            return label;
        }
        return label.isEmpty() ? "log" : label + ", log";
    }
}
