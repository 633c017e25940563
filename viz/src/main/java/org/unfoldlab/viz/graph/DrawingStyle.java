package org.unfoldlab.viz.graph;

import javafx.scene.paint.Color;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/** Pens and types of graph, matrix and unrolled network in one look. Hue is direction, and so is the dash. */
public record DrawingStyle(Look look) {
    public Color color(Token token) {
        return look.tokens().of(token);
    }

    /** A colour at some opacity. */
    public static Color faded(Color color, double opacity) {
        return opacity >= 1 ? color : color.deriveColor(0, 1, 1, Math.max(0, opacity));
    }

    /** The hue of a direction. */
    public Color hue(Direction direction) {
        return color(
                switch (direction) {
                    case FEED_FORWARD -> Token.FEEDFORWARD;
                    case LATERAL -> Token.LATERAL;
                    case FEEDBACK -> Token.FEEDBACK;
                });
    }

    /** The ground of a matrix cell. */
    public Color cell(Direction direction) {
        return color(
                switch (direction) {
                    case FEED_FORWARD -> Token.FEEDFORWARD_CELL;
                    case LATERAL -> Token.LATERAL_CELL;
                    case FEEDBACK -> Token.FEEDBACK_CELL;
                });
    }

    /** The dash of a direction: solid, dots, dashes. */
    public static Dash dash(Direction direction) {
        return switch (direction) {
            case FEED_FORWARD -> Dash.SOLID;
            case LATERAL -> Dash.DOTS;
            case FEEDBACK -> Dash.DASHES;
        };
    }

    /** The pen of an edge or a step; grey where every step has its own weights. */
    public Stroke edge(Direction direction, boolean ownWeights, double width, double opacity) {
        Color hue = ownWeights ? color(Token.MUTED) : hue(direction);
        return new Stroke(faded(hue, opacity), look.stroke(width), dash(direction));
    }

    public Stroke pen(Token token, double width, double opacity) {
        return Stroke.solid(faded(color(token), opacity), look.stroke(width));
    }

    public TextStyle text(Token token, double nominal, TextStyle.Weight weight, double opacity) {
        return new TextStyle(faded(color(token), opacity), look.drawingText(nominal), weight);
    }
}
