package org.unfoldlab.viz.theme;

/** The three text sizes; everything measured in text scales with them. */
public enum TextSize {
    NORMAL(1.0),
    LARGE(1.25),
    LARGEST(1.5);

    private final double scale;

    TextSize(double scale) {
        this.scale = scale;
    }

    /** Factor on every text size and control height, 1 to 1.5. */
    public double scale() {
        return scale;
    }
}
