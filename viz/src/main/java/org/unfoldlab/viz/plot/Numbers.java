package org.unfoldlab.viz.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures as text, the same in every country: decimal point, no grouping; a dash for unknown. */
final class Numbers {
    static final String UNKNOWN = "–";
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numbers() {}

    /** With so many decimals. */
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return isMinusZero(text) ? text.substring(1) : text;
    }

    /** Four significant digits without trailing zeros, with an exponent outside 1e-4 … 1e7. */
    static String significant(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size == Math.rint(size) && size < 1e7) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        return size < 1e-4 || size >= 1e7 ? scientific(rounded) : rounded.toPlainString();
    }

    /** Digits, e, exponent: 1e-5, 2.5e9. */
    private static String scientific(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        return value.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private static boolean isMinusZero(String text) {
        return text.startsWith("-") && text.chars().skip(1).allMatch(c -> c == '0' || c == '.');
    }
}
