package org.unfoldlab.viz.graph;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.viz.plot.Box;

/** Where everything of the folded graph lies. */
public record GraphShape(List<CardShape> cards, List<EdgeShape> edges) {
    /** Half the width of an edge's hit area, in px. */
    private static final double REACH = 7;
    /** How far the rim of a card reaches outwards and inwards, in px. */
    private static final double OUTSIDE = 7;

    private static final double INSIDE = 6;

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

    /** The transition under a point. */
    public Optional<Item> edgeAt(double x, double y) {
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

    /** The card whose rim lies under a point: from there edges are drawn. */
    public Optional<CardShape> rim(double x, double y) {
        return cards.stream()
                .filter(card -> grown(card.box(), OUTSIDE).contains(x, y)
                        && !grown(card.box(), -INSIDE).contains(x, y))
                .reduce((below, above) -> above);
    }

    /** The card under a point, or just beside it. */
    public Optional<CardShape> cardNear(double x, double y) {
        return cards.stream()
                .filter(card -> grown(card.box(), OUTSIDE).contains(x, y))
                .reduce((below, above) -> above);
    }

    private static Box grown(Box box, double by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }
}
