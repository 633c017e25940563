package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * Feed-forward transitions lead from an earlier to a later state of the list, so they hold no cycle: a state's layer
 * is the longest feed-forward way to it (Eades and Sugiyama 1990, longest-path layering, without its cycle removal).
 * Feedback and lateral transitions have no say. Within a layer states stand in the order of the middles of what leads
 * to them, one to a slot, so they cannot overlap.
 */
/** Places the states of a graph: the first at the bottom, each above everything that feeds it. */
public final class LayeredLayout {
    /** Distance of neighbours in a layer, in canvas units; a card is at most 165 wide. */
    public static final double ACROSS = 240;
    /** Distance of layers, in canvas units. */
    public static final double UP = 120;

    private LayeredLayout() {}

    /** A place for every state, y downwards, the first layer at y = 0. */
    public static Map<String, Layout.Position> of(NetworkDocument document) {
        List<String> names =
                document.states().stream().map(State::name).distinct().toList();
        Map<String, List<String>> sources = new HashMap<>();
        Map<String, Integer> layers = new HashMap<>();
        int top = 0;
        for (String name : names) {
            List<String> feeding = feeding(document, names, name);
            int layer = feeding.stream()
                    .mapToInt(f -> layers.getOrDefault(f, 0) + 1)
                    .max()
                    .orElse(0);
            sources.put(name, feeding);
            layers.put(name, layer);
            top = Math.max(top, layer);
        }
        Map<String, Layout.Position> places = new LinkedHashMap<>();
        for (int layer = 0; layer <= top; layer++) {
            int current = layer;
            List<String> members = new ArrayList<>(names.stream()
                    .filter(name -> layers.getOrDefault(name, 0) == current)
                    .toList());
            members.sort(Comparator.comparingDouble(name -> middle(sources.getOrDefault(name, List.of()), places)));
            for (int i = 0; i < members.size(); i++) {
                double x = (i - (members.size() - 1) / 2.0) * ACROSS;
                places.put(members.get(i), new Layout.Position(x, -UP * layer));
            }
        }
        return places;
    }

    private static List<String> feeding(NetworkDocument document, List<String> names, String name) {
        return document.transitions().stream()
                .filter(t -> t.to().equals(name) && names.contains(t.from()))
                .filter(t -> names.indexOf(t.from()) < names.indexOf(name))
                .map(Transition::from)
                .toList();
    }

    private static double middle(List<String> sources, Map<String, Layout.Position> places) {
        return sources.stream()
                .map(places::get)
                .mapToDouble(place -> place == null ? 0 : place.x())
                .average()
                .orElse(0);
    }
}
