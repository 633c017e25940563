package org.unfoldlab.app.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Where the window stood, in px of the screen.
 *
 * @param x left edge; NaN to let the system choose
 * @param y upper edge; NaN to let the system choose
 * @param width at least {@link #SMALLEST_WIDTH}
 * @param height at least {@link #SMALLEST_HEIGHT}
 * @param maximized true if it filled the screen; then the others say how it stands when it does not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    public static final double SMALLEST_WIDTH = 1024;
    public static final double SMALLEST_HEIGHT = 680;
    public static final WindowPlace DEFAULT = new WindowPlace(Double.NaN, Double.NaN, 1280, 800, false);

    public WindowPlace {
        width = size(width, SMALLEST_WIDTH);
        height = size(height, SMALLEST_HEIGHT);
    }

    private static double size(double wanted, double smallest) {
        return Double.isFinite(wanted) ? Math.max(wanted, smallest) : smallest;
    }

    /** True if the system should choose the place. */
    public boolean placeless() {
        return Double.isNaN(x) || Double.isNaN(y);
    }
}
