package org.unfoldlab.model.equivalence;

import java.util.Locale;

/** Writes differences the way the lab does: one digit and a power of ten. */
public final class Figure {
    private Figure() {}

    /** {@code 8e-13}, {@code 0}, {@code not a number}. */
    public static String power(double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (value == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%.0e", value)
                .replaceFirst("e([+-])0", "e$1")
                .replace("e+", "e");
    }

    /** Six significant digits, e.g. {@code 41.8720}, in a form that lines up. */
    public static String plain(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6) || !Double.isFinite(value)) {
            return String.format(Locale.ROOT, "%.4e", value);
        }
        int digits = size < 1 ? 5 : Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
