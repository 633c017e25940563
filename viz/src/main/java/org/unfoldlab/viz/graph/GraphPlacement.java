package org.unfoldlab.viz.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unfoldlab.model.graph.LayeredLayout;
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
 * @param head where functions may stand beside the lanes' cards
 * @param text size of the functions in px; 0 leaves them out
 */
public record GraphPlacement(
        NetworkDocument document, Map<String, Box> lanes, Box board, BoardFit fit, Box head, double text) {
    /** More edges than this say their functions only where these fit at once. */
    private static final int MOST_SEARCHED = 48;

    public GraphPlacement {
        lanes = Map.copyOf(lanes);
    }

    /** Where the document says that states stand; where it says nothing, one above the other, the first at the bottom. */
    public static Map<String, Layout.Position> positions(NetworkDocument document) {
        Map<String, Layout.Position> saved = document.layout().positions();
        if (!saved.isEmpty()) {
            return saved;
        }
        Map<String, Layout.Position> column = new LinkedHashMap<>();
        for (State state : document.states()) {
            column.put(state.name(), new Layout.Position(0, -LayeredLayout.UP * column.size()));
        }
        return column;
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
        return new GraphRouter(document, cards, words(glided), 1 - glided).route();
    }

    private GraphRouter.Words words(double glided) {
        double card = lanes.values().stream().mapToDouble(Box::width).max().orElse(0);
        boolean roomy = board.width() >= GraphRouter.widthFor(document, card, text);
        boolean rests = glided == 0 || glided == 1;
        boolean searching = rests && document.transitions().size() <= MOST_SEARCHED;
        Box free = new Box(0, 0, board.right(), board.bottom());
        return new GraphRouter.Words(text, glided < 1 ? free : head, roomy ? 1 - glided : 0, searching);
    }

    /** Cards in their free places. */
    public Map<String, Box> free() {
        Map<String, Box> cards = new HashMap<>(lanes);
        positions(document)
                .forEach((name, place) -> cards.computeIfPresent(name, (key, lane) -> fit.card(place, lane)));
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
