package org.unfoldlab.viz.theme;

import javafx.scene.paint.Color;

/** How well one colour stands on another, as WCAG 2.2 measures it. */
public final class Contrast {
    private Contrast() {}

    /**
     * Contrast ratio (L1 + 0.05) / (L2 + 0.05) of two opaque colours, 1 to 21, the lighter first
     * whatever the order of the arguments.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
     */
    public static double ratio(Color a, Color b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /**
     * Relative luminance 0.2126 R + 0.7152 G + 0.0722 B of the linear components, 0 to 1.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">WCAG 2.2, relative luminance</a>
     */
    public static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double component) {
        return component <= 0.04045 ? component / 12.92 : Math.pow((component + 0.055) / 1.055, 2.4);
    }
}
