package org.unfoldlab.viz.graph;

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
     * @param shown false where other lines would cross it
     */
    public record Label(boolean shown, double x, double y, Surface.Align align) {
        static final Label HIDDEN = new Label(false, 0, 0, Surface.Align.LEFT);
    }
}
