package org.unfoldlab.viz.plot;

import javafx.scene.paint.Color;

/**
 * A pen.
 *
 * @param color its colour, possibly translucent
 * @param width in px
 * @param dash how it is broken
 */
public record Stroke(Color color, double width, Dash dash) {
    public Stroke {
        if (!(width > 0)) {
            throw new IllegalArgumentException("width must be > 0 px, got " + width);
        }
    }

    /** An unbroken pen. */
    public static Stroke solid(Color color, double width) {
        return new Stroke(color, width, Dash.SOLID);
    }
}
