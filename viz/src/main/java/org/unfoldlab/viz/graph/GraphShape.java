package org.unfoldlab.viz.graph;

import java.util.List;
import java.util.Optional;

/** Where everything of the folded graph lies. */
public record GraphShape(List<CardShape> cards, List<EdgeShape> edges) {
    /** Half the width of an edge's hit area, in px. */
    private static final double REACH = 7;

    public GraphShape {
        cards = List.copyOf(cards);
        edges = List.copyOf(edges);
    }

    public Optional<CardShape> card(String state) {
        return cards.stream().filter(card -> card.state().name().equals(state)).findFirst();
    }

    /** What lies under a point: a card before an edge. */
    public Optional<Item> at(double x, double y) {
        Optional<Item> card = cards.stream()
                .filter(shape -> shape.box().contains(x, y))
                .map(shape -> (Item) new Item.OfState(shape.state().name()))
                .reduce((below, above) -> above);
        return card.isPresent() ? card : edgeAt(x, y);
    }

    private Optional<Item> edgeAt(double x, double y) {
        EdgeShape nearest = null;
        double least = REACH;
        for (EdgeShape edge : edges) {
            double toBadge = Math.max(Math.abs(edge.badgeX() - x), Math.abs(edge.badgeY() - y)) - 8;
            double distance = Math.min(edge.curve().distance(x, y), toBadge);
            if (distance <= least) {
                least = distance;
                nearest = edge;
            }
        }
        return Optional.ofNullable(nearest)
                .map(edge -> new Item.OfTransition(edge.transition().id()));
    }
}
