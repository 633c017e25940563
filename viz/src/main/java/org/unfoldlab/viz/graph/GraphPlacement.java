package org.unfoldlab.viz.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.plot.Box;

/**
 * The graph in its two poses: states in their free places on the board, and as the head of the lanes.
 *
 * @param lanes card of every state in its lane
 * @param board where the free graph may lie
 * @param fit how canvas units become px
 * @param labels false leaves the functions out
 */
public record GraphPlacement(
        NetworkDocument document, Map<String, Box> lanes, Box board, BoardFit fit, boolean labels) {
    private static final double LOOSE = 1.15;

    public GraphPlacement {
        lanes = Map.copyOf(lanes);
    }

    /** Where every state stands on the canvas now, placed by hand or not. */
    public Map<String, Layout.Position> places() {
        Map<String, Layout.Position> places = new LinkedHashMap<>();
        Map<String, Box> cards = free();
        for (State state : document.states()) {
            Box card = cards.get(state.name());
            if (card != null) {
                places.put(state.name(), fit.place(card.centerX(), card.centerY()));
            }
        }
        return places;
    }

    /** The graph part of the way from free places (0) to lanes (1). */
    public GraphShape at(double glided) {
        Map<String, Box> cards = new HashMap<>();
        Map<String, Box> free = glided < 1 ? free() : lanes;
        lanes.forEach((name, lane) -> cards.put(name, mixed(free.getOrDefault(name, lane), lane, glided)));
        boolean stays = free.equals(lanes);
        return new GraphRouter(document, cards, labels, stays ? 1 : LOOSE + (1 - LOOSE) * glided).route();
    }

    /** Cards in their free places; the lanes as long as the document says nothing of places. */
    public Map<String, Box> free() {
        Map<String, Layout.Position> positions = document.layout().positions();
        if (positions.isEmpty()) {
            return lanes;
        }
        Map<String, Box> cards = new HashMap<>(lanes);
        positions.forEach((name, place) -> cards.computeIfPresent(name, (key, lane) -> fit.card(place, lane)));
        return cards;
    }

    private static Box mixed(Box from, Box to, double share) {
        return new Box(
                from.x() + (to.x() - from.x()) * share,
                from.y() + (to.y() - from.y()) * share,
                from.width() + (to.width() - from.width()) * share,
                from.height() + (to.height() - from.height()) * share);
    }
}
