package org.unfoldlab.viz.unrolled;

import javafx.scene.paint.Color;
import org.unfoldlab.viz.graph.BoardFit;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Token;

/** Draws the board's grid and what a gesture is about to do. */
final class OverlayPainter {
    /** Least distance of drawn dots, in px; a finer grid leaves some out. */
    private static final double FINEST = 18;

    private final Surface surface;
    private final DrawingStyle style;

    OverlayPainter(Surface surface, DrawingStyle style) {
        this.surface = surface;
        this.style = style;
    }

    /** Dots where the graph can be drawn; they fade as it unfolds. */
    void board(Box board, BoardFit fit, double opacity) {
        if (opacity <= 0) {
            return;
        }
        double pitch = BoardFit.GRID * fit.scale();
        while (pitch < FINEST) {
            pitch *= 2;
        }
        Color dot = DrawingStyle.faded(style.color(Token.LINE), opacity);
        double left = board.x() + Math.floorMod(Math.round(fit.x(0) - board.x()), Math.round(pitch));
        double top = board.y() + Math.floorMod(Math.round(fit.y(0) - board.y()), Math.round(pitch));
        for (double y = top; y < board.bottom(); y += pitch) {
            for (double x = left; x < board.right(); x += pitch) {
                surface.dot(x, y, 1, dot);
            }
        }
    }

    void paint(StageOverlay overlay) {
        overlay.rim().ifPresent(this::rim);
        overlay.connection().ifPresent(this::connection);
        overlay.marquee().ifPresent(this::marquee);
        overlay.placed().ifPresent(card -> surface.outline(card, 9, GraphPainter.ghostPen(style, 1)));
    }

    /** Four handles say that edges can be drawn from here. */
    private void rim(Box card) {
        Color ink = style.color(Token.CONTROL);
        double[][] places = {
            {card.centerX(), card.y()},
            {card.centerX(), card.bottom()},
            {card.x(), card.centerY()},
            {card.right(), card.centerY()}
        };
        for (double[] place : places) {
            surface.dot(place[0], place[1], 5, style.color(Token.BACKGROUND));
            surface.dot(place[0], place[1], 3.5, ink);
        }
    }

    private void connection(StageOverlay.Connection connection) {
        connection.onto().ifPresent(card -> GraphPainter.ring(surface, style, card, 9, 0.5));
        Box from = connection.from();
        Stroke pen = new Stroke(style.color(Token.CONTROL), style.look().stroke(2), Dash.DASHES);
        boolean inside = from.contains(connection.x(), connection.y());
        if (!inside) {
            Curve way = Curve.line(from.centerX(), from.centerY(), connection.x(), connection.y());
            GraphPainter.arrow(surface, way, pen, 10, 1);
        }
        rim(from);
    }

    private void marquee(Box box) {
        surface.fill(box, 2, DrawingStyle.faded(style.color(Token.CONTROL), 0.06));
        surface.outline(box, 2, style.pen(Token.CONTROL_BORDER, 1, 1));
    }
}
