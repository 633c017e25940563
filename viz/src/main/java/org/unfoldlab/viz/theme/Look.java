package org.unfoldlab.viz.theme;

/**
 * How the window looks now.
 *
 * @param mode light or dark
 * @param textSize the chosen text size
 * @param lecture true in lecture view: body text 18 instead of 14, strokes 1.4 times as wide
 * @param wide true from {@link #WIDE_FROM} px of window width: text in drawings is 2 px larger
 */
public record Look(ThemeMode mode, TextSize textSize, boolean lecture, boolean wide) {
    /** Window width in px from which drawings use larger text. */
    public static final double WIDE_FROM = 1600;

    private static final double LECTURE_TEXT = 18.0 / 14.0;
    private static final double LECTURE_STROKE = 1.4;
    private static final double WIDE_EXTRA = 2;

    /** Light, normal text, a window of ordinary width. */
    public static final Look DEFAULT = new Look(ThemeMode.LIGHT, TextSize.NORMAL, false, false);

    /** A look for an ordinary window. */
    public static Look of(ThemeMode mode, TextSize textSize) {
        return new Look(mode, textSize, false, false);
    }

    /** The same look in lecture view, or out of it. */
    public Look withLecture(boolean on) {
        return new Look(mode, textSize, on, wide);
    }

    /** The same look on another ground. */
    public Look withMode(ThemeMode other) {
        return new Look(other, textSize, lecture, wide);
    }

    /** The same look with another text size. */
    public Look withTextSize(TextSize other) {
        return new Look(mode, other, lecture, wide);
    }

    /** The same look in a wide window, or in an ordinary one. */
    public Look withWide(boolean isWide) {
        return new Look(mode, textSize, lecture, isWide);
    }

    /** The colours of this look. */
    public Tokens tokens() {
        return new Tokens(mode);
    }

    /** Factor on text and control sizes. */
    public double scale() {
        return textSize.scale() * (lecture ? LECTURE_TEXT : 1);
    }

    /** Factor on stroke widths. */
    public double strokeScale() {
        return lecture ? LECTURE_STROKE : 1;
    }

    /** Size of text in a drawing, in px, for a nominal size of the type scale, e.g. 12 for axes. */
    public double drawingText(double nominal) {
        return (nominal + (wide ? WIDE_EXTRA : 0)) * scale();
    }

    /** Width of a stroke, in px, for its nominal width. */
    public double stroke(double nominal) {
        return nominal * strokeScale();
    }
}
