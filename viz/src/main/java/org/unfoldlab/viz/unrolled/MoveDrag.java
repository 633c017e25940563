package org.unfoldlab.viz.unrolled;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.viz.graph.BoardFit;
import org.unfoldlab.viz.graph.GraphShape;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** Moves the chosen cards over the board, snapping the pressed one to the grid. */
final class MoveDrag implements Drag {
    private final StageView view;
    private final String pressed;
    private final Set<String> names;
    private final Map<String, Layout.Position> start;
    private final BoardFit fit;
    /** As it was before the card came into the way of an edge, which then goes round it. */
    private final GraphShape before;

    private final double pressX;
    private final double pressY;
    private boolean moved;

    MoveDrag(StageView view, String pressed, double x, double y) {
        this.view = view;
        this.pressed = pressed;
        Set<String> chosen = view.commands().chosenStates();
        names = chosen.contains(pressed) ? chosen : Set.of(pressed);
        start = view.stageLayout().placement().places();
        fit = view.stageLayout().placement().fit();
        before = view.frame().graph();
        pressX = x;
        pressY = y;
    }

    @Override
    public void to(double x, double y) {
        if (!moved && Math.hypot(x - pressX, y - pressY) < 4) {
            return;
        }
        Layout.Position origin = start.getOrDefault(pressed, new Layout.Position(0, 0));
        double dx = BoardFit.snapped(origin.x() + (x - pressX) / fit.scale()) - origin.x();
        double dy = BoardFit.snapped(origin.y() + (y - pressY) / fit.scale()) - origin.y();
        if (!moved) {
            view.board().keepView();
        }
        moved = true;
        Map<String, Layout.Position> places = new LinkedHashMap<>(start);
        places.replaceAll(
                (name, place) -> names.contains(name) ? new Layout.Position(place.x() + dx, place.y() + dy) : place);
        view.commands().move(names, places);
        view.hoveredProperty().set(Selection.of(spliced(x, y)));
    }

    /** The edge that would be split: under the pointer, while the state itself has no edge. */
    private Optional<Item> spliced(double x, double y) {
        boolean alone = view.networkProperty().get().document().transitions().stream()
                .noneMatch(t -> t.from().equals(pressed) || t.to().equals(pressed));
        return alone ? before.edgeAt(x, y) : Optional.empty();
    }

    /** A state without any edge, dropped on an edge, is inserted there. */
    @Override
    public void end(double x, double y) {
        if (!moved) {
            return;
        }
        Optional<Item> under = spliced(x, y);
        if (under.isPresent() && under.get() instanceof Item.OfTransition edge) {
            view.commands().splice(edge.id(), pressed);
        }
    }
}
