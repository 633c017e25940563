package org.unfoldlab.viz.graph;

import java.util.Optional;
import javafx.scene.paint.Color;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** The little box that says which weights an edge, a step or a cell uses. */
public final class BadgePainter {
    private BadgePainter() {}

    /**
     * Draws the letter of a group, or a hollow box for weights of its own.
     *
     * @param size side in px
     */
    public static void paint(
            Surface surface,
            DrawingStyle style,
            Optional<WeightGroup> group,
            double x,
            double y,
            double size,
            double opacity) {
        Box box = new Box(x - size / 2, y - size / 2, size, size);
        double radius = size * 0.25;
        if (group.isEmpty()) {
            surface.fill(box, radius, DrawingStyle.faded(style.color(Token.BACKGROUND), opacity));
            surface.outline(inner(box), radius, style.pen(Token.MUTED, 1.25, opacity));
            return;
        }
        Direction direction = group.get().direction();
        Color hue = DrawingStyle.faded(style.hue(direction), opacity);
        Color ground = DrawingStyle.faded(style.color(Token.BACKGROUND), opacity);
        boolean half = group.get().half();
        surface.fill(box, radius, half ? DrawingStyle.faded(style.cell(direction), opacity) : hue);
        if (half) {
            surface.outline(inner(box), radius, Stroke.solid(hue, 1.25));
        }
        String letter = group.get().letter();
        double text = size * (letter.length() > 1 ? 0.52 : 0.7);
        surface.text(
                letter, x, y, Surface.Align.CENTER, new TextStyle(half ? hue : ground, text, TextStyle.Weight.BOLD));
    }

    private static Box inner(Box box) {
        return new Box(box.x() + 0.6, box.y() + 0.6, box.width() - 1.2, box.height() - 1.2);
    }
}
