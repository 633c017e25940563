package org.unfoldlab.viz.theme;

import javafx.scene.paint.Color;

/**
 * The palette on one ground.
 *
 * @param mode the ground
 */
public record Tokens(ThemeMode mode) {
    /** The colour of a token. */
    public Color of(Token token) {
        return token.in(mode);
    }

    /** The ground of the stage. */
    public Color background() {
        return of(Token.BACKGROUND);
    }

    /** Ordinary text and ink. */
    public Color text() {
        return of(Token.TEXT);
    }

    /** Text of second rank, 12 px or more, never on a coloured ground. */
    public Color muted() {
        return of(Token.MUTED);
    }

    /** Controls and the readout line. */
    public Color control() {
        return of(Token.CONTROL);
    }

    /** The colour of a run, numbered from 1. */
    public Color run(int number) {
        return of(Token.run(number));
    }
}
