package org.unfoldlab.viz.unrolled;

import java.util.LinkedHashSet;
import java.util.Set;
import org.unfoldlab.viz.graph.CardShape;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;

/** Chooses the states that a rectangle covers. */
final class MarqueeDrag implements Drag {
    private final StageView view;
    private final double pressX;
    private final double pressY;

    MarqueeDrag(StageView view, double x, double y) {
        this.view = view;
        pressX = x;
        pressY = y;
    }

    @Override
    public void to(double x, double y) {
        Box box = new Box(Math.min(x, pressX), Math.min(y, pressY), Math.abs(x - pressX), Math.abs(y - pressY));
        view.showOverlay(StageOverlay.choosing(box));
        Set<Item> inside = new LinkedHashSet<>();
        for (CardShape card : view.frame().graph().cards()) {
            if (box.contains(card.box().centerX(), card.box().centerY())) {
                inside.add(new Item.OfState(card.state().name()));
            }
        }
        view.selectionProperty().set(new Selection(inside));
    }

    @Override
    public void end(double x, double y) {
        view.showOverlay(StageOverlay.NONE);
    }
}
