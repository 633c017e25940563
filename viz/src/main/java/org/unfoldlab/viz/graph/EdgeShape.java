package org.unfoldlab.viz.graph;

import java.util.List;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.viz.plot.Surface;

/**
 * How a transition runs between the cards, in px.
 *
 * @param badgeX middle of its letter
 * @param badgeY middle of its letter
 * @param label where its function stands; the text grows away from the line
 */
public record EdgeShape(
        Transition transition, Direction direction, Curve curve, double badgeX, double badgeY, Label label) {
    /**
     * @param shown false where there is no room for it
     * @param y middle of all lines
     */
    public record Label(boolean shown, double x, double y, Surface.Align align, List<String> lines) {
        static final Label HIDDEN = new Label(false, 0, 0, Surface.Align.LEFT, List.of());

        public Label {
            lines = List.copyOf(lines);
        }
    }

    EdgeShape with(Label newLabel) {
        return new EdgeShape(transition, direction, curve, badgeX, badgeY, newLabel);
    }

    EdgeShape withBadge(double x, double y, Label newLabel) {
        return new EdgeShape(transition, direction, curve, x, y, newLabel);
    }
}
