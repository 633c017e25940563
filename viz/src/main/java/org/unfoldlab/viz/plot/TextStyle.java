package org.unfoldlab.viz.plot;

import javafx.scene.paint.Color;

/**
 * How a piece of text is set.
 *
 * @param color its colour
 * @param size in px
 * @param weight of Inter, or the fixed-width face
 */
public record TextStyle(Color color, double size, Weight weight) {
    /** The weights that are bundled. */
    public enum Weight {
        REGULAR(400),
        MEDIUM(500),
        SEMI_BOLD(600),
        BOLD(700),
        /** JetBrains Mono instead of Inter: pipelines, and numbers that stand under each other. */
        MONO(400);

        private final int css;

        Weight(int css) {
            this.css = css;
        }

        /** The weight as CSS and SVG write it, 400 to 700. */
        public int css() {
            return css;
        }
    }

    /** The same text in another colour. */
    public TextStyle in(Color other) {
        return new TextStyle(other, size, weight);
    }

    /** The same text in another weight. */
    public TextStyle with(Weight other) {
        return new TextStyle(color, size, other);
    }
}
