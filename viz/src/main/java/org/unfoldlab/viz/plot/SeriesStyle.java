package org.unfoldlab.viz.plot;

import org.unfoldlab.viz.theme.Token;

/**
 * How a series is drawn.
 *
 * @param token its colour
 * @param dash how its line is broken
 * @param width of its line, in px
 * @param points true to show each value as a dot
 * @param marked true to lay it on the yellow marker: this is where we look
 * @param opacity of its line, above 0 and up to 1
 */
public record SeriesStyle(Token token, Dash dash, double width, boolean points, boolean marked, double opacity) {
    private static final double FOCUSED = 3;
    private static final double OTHER = 2.2;
    private static final double THIN = 1.6;
    private static final double HAIR = 1;

    /** A run by its number: its own colour and dash; the focused one is heavier. */
    public static SeriesStyle run(int number, boolean focused) {
        double width = focused ? FOCUSED : OTHER;
        return new SeriesStyle(Token.run(number), Dash.run(number), width, false, false, 1);
    }

    /** The training error of a run: its colour in thin dots. */
    public static SeriesStyle train(int number) {
        return new SeriesStyle(Token.run(number), Dash.DOTS, THIN, false, false, 1);
    }

    /** Plain ink, told apart by the dash: states, say. */
    public static SeriesStyle ink(Dash dash) {
        return new SeriesStyle(Token.TEXT, dash, OTHER, false, false, 1);
    }

    /** One of many: a grey hairline. */
    public static SeriesStyle hairline() {
        return new SeriesStyle(Token.CONTROL_BORDER, Dash.SOLID, HAIR, false, false, 0.6);
    }

    /** The one among many that is looked at: ink on yellow. */
    public static SeriesStyle lookedAt() {
        return new SeriesStyle(Token.TEXT, Dash.SOLID, OTHER, false, true, 1);
    }

    /** The same with a dot at each value, as where t is whole. */
    public SeriesStyle withPoints() {
        return new SeriesStyle(token, dash, width, true, marked, opacity);
    }

    /** The same with another dash. */
    public SeriesStyle withDash(Dash other) {
        return new SeriesStyle(token, other, width, points, marked, opacity);
    }

    /** The same at 30 %, for the raw line under a smoothed one; it needs no name of its own. */
    public SeriesStyle behind() {
        return new SeriesStyle(token, Dash.SOLID, HAIR, false, marked, 0.3);
    }

    /** True for the one run that is in focus. */
    public boolean isFocused() {
        return width >= FOCUSED;
    }

    /** True for hairlines, which carry no label and no dots. */
    public boolean isHairline() {
        return width <= HAIR;
    }
}
