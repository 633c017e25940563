package org.unfoldlab.viz.plot;

import org.unfoldlab.viz.theme.Token;

/**
 * A range of values around a line, e.g. from the lowest to the highest of several seeds. Places where
 * either end is NaN are left out.
 */
public final class Band {
    private final String name;
    private final Token token;
    private final Series low;
    private final Series high;

    /**
     * A range at given places.
     *
     * @param name what it spans, e.g. "lowest to highest of 5 seeds"; for tables and readers
     * @param token its colour, drawn at 16 %
     * @param xs places, finite and never falling
     * @param lows lower ends
     * @param highs upper ends
     */
    public Band(String name, Token token, double[] xs, double[] lows, double[] highs) {
        this.name = name;
        this.token = token;
        this.low = new Series(name + ", lower end", SeriesStyle.hairline(), xs, lows);
        this.high = new Series(name + ", upper end", SeriesStyle.hairline(), xs, highs);
        for (int i = 0; i < xs.length; i++) {
            if (lows[i] > highs[i]) {
                throw new IllegalArgumentException(name + " is upside down at " + xs[i]);
            }
        }
    }

    /** What it spans. */
    public String name() {
        return name;
    }

    /** Its colour. */
    public Token token() {
        return token;
    }

    /** Its lower end. */
    public Series low() {
        return low;
    }

    /** Its upper end. */
    public Series high() {
        return high;
    }
}
