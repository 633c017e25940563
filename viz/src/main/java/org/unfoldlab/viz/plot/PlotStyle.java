package org.unfoldlab.viz.plot;

import javafx.scene.paint.Color;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/** The pens and types of a plot in one look. */
record PlotStyle(Look look) {
    private static final double TITLE = 15;
    private static final double UNIT = 13;
    private static final double AXIS = 12;
    private static final double LABEL = 13;

    TextStyle title() {
        return new TextStyle(color(Token.TEXT), TITLE * look.scale(), TextStyle.Weight.SEMI_BOLD);
    }

    TextStyle unit() {
        return new TextStyle(color(Token.MUTED), UNIT * look.scale(), TextStyle.Weight.REGULAR);
    }

    TextStyle axis() {
        return new TextStyle(color(Token.MUTED), look.drawingText(AXIS), TextStyle.Weight.REGULAR);
    }

    TextStyle note() {
        return new TextStyle(color(Token.MUTED), look.drawingText(AXIS), TextStyle.Weight.REGULAR);
    }

    TextStyle strong() {
        return new TextStyle(color(Token.TEXT), look.drawingText(AXIS), TextStyle.Weight.SEMI_BOLD);
    }

    TextStyle label(SeriesStyle series) {
        TextStyle.Weight weight =
                series.isFocused() || series.marked() ? TextStyle.Weight.SEMI_BOLD : TextStyle.Weight.MEDIUM;
        return new TextStyle(color(series.token()), look.drawingText(LABEL), weight);
    }

    Stroke line(SeriesStyle series) {
        Color color = color(series.token());
        return new Stroke(
                series.opacity() < 1 ? faded(color, series.opacity()) : color,
                look.stroke(series.width()),
                series.dash());
    }

    Stroke hair(Token token) {
        return Stroke.solid(color(token), 1);
    }

    Stroke dashed(Token token, double width) {
        return new Stroke(color(token), look.stroke(width), Dash.DASHES);
    }

    Color color(Token token) {
        return look.tokens().of(token);
    }

    static Color faded(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }
}
