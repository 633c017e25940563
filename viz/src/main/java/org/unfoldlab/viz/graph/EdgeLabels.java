package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;

/*
 * First every function stands where its edge suggests. One that something lies in the way of looks for another place:
 * at the other sides of its letter, and then with its letter elsewhere on the edge. The search costs edges² and would
 * make words jump while the graph folds, so it is left out then.
 */
/** Finds places for the functions beside the edges, clear of cards, lines, letters and one another. */
final class EdgeLabels {
    /** Advance of JetBrains Mono in em. */
    private static final double MONO = 0.6;
    /** Distance of lines in em. */
    static final double LEAD = 1.35;
    /** Half a letter's box and a gap, in px. */
    static final double AWAY = 12;

    private static final double BADGE = 16;
    /** Left free at both ends of words, in px. */
    private static final double CLEAR = 3;
    /** Where on an edge its letter may stand; the middle is tried first. */
    private static final double[] PLACES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73};

    private final Collection<Box> cards;
    private final Box room;
    private final double text;
    private final List<EdgeShape> edges;
    private final List<Box> lines;
    private final List<Box> words = new ArrayList<>();

    /**
     * @param room where functions may stand
     * @param text size of the functions, in px
     */
    private EdgeLabels(List<EdgeShape> edges, Collection<Box> cards, Box room, double text) {
        this.cards = cards;
        this.room = room;
        this.text = text;
        this.edges = new ArrayList<>(edges);
        lines = edges.stream().map(edge -> bounds(edge.curve())).toList();
    }

    /**
     * The edges with every function shown that has a place.
     *
     * @param searching false leaves out what cannot stand where its edge suggests
     */
    static List<EdgeShape> placed(
            List<EdgeShape> edges, Collection<Box> cards, Box room, double text, boolean searching) {
        EdgeLabels labels = new EdgeLabels(edges, cards, room, text);
        labels.keepSuggested();
        for (int i = 0; searching && i < edges.size(); i++) {
            labels.search(i);
        }
        return labels.edges;
    }

    private void keepSuggested() {
        for (int i = 0; i < edges.size(); i++) {
            EdgeShape edge = edges.get(i);
            Box box = box(edge.label());
            if (edge.label().shown() && isFree(box, i)) {
                words.add(box);
            } else {
                edges.set(i, edge.with(EdgeShape.Label.HIDDEN));
            }
        }
    }

    private void search(int index) {
        EdgeShape edge = edges.get(index);
        if (edge.label().shown()) {
            return;
        }
        candidates(edge, index)
                .filter(found -> isFree(box(found.label()), index))
                .findFirst()
                .ifPresent(found -> {
                    words.add(box(found.label()));
                    edges.set(index, found);
                });
    }

    private Stream<EdgeShape> candidates(EdgeShape edge, int index) {
        List<String> said = isOnly(edge)
                ? TransitionWords.lines(edge.transition())
                : List.of(TransitionWords.line(edge.transition()));
        List<EdgeShape> all = new ArrayList<>(beside(edge, said, edge.badgeX(), edge.badgeY()));
        for (double place : PLACES) {
            double x = edge.curve().x(place);
            double y = edge.curve().y(place);
            if (isClear(square(x, y), index)) {
                all.addAll(beside(edge, said, x, y));
            }
        }
        return all.stream();
    }

    /** Those that take turns have one line each, or it would seem to belong to its neighbour. */
    private boolean isOnly(EdgeShape edge) {
        Transition own = edge.transition();
        return edges.stream()
                        .map(EdgeShape::transition)
                        .filter(other ->
                                other.from().equals(own.from()) && other.to().equals(own.to()))
                        .count()
                == 1;
    }

    private List<EdgeShape> beside(EdgeShape edge, List<String> said, double x, double y) {
        double below = AWAY + said.size() * text * LEAD / 2;
        return List.of(
                edge.withBadge(x, y, new EdgeShape.Label(true, x + AWAY, y, Surface.Align.LEFT, said)),
                edge.withBadge(x, y, new EdgeShape.Label(true, x - AWAY, y, Surface.Align.RIGHT, said)),
                edge.withBadge(x, y, new EdgeShape.Label(true, x, y + below, Surface.Align.CENTER, said)),
                edge.withBadge(x, y, new EdgeShape.Label(true, x, y - below, Surface.Align.CENTER, said)));
    }

    private Box box(EdgeShape.Label label) {
        double width = label.lines().stream().mapToInt(String::length).max().orElse(0) * MONO * text;
        double height = label.lines().size() * text * LEAD;
        double left = switch (label.align()) {
            case LEFT -> label.x();
            case RIGHT -> label.x() - width;
            case CENTER -> label.x() - width / 2;
        };
        return new Box(left - CLEAR, label.y() - height / 2, width + 2 * CLEAR, height);
    }

    private static Box square(double x, double y) {
        return new Box(x - BADGE / 2, y - BADGE / 2, BADGE, BADGE);
    }

    /** True where words of that edge hide nothing and nothing runs through them. */
    private boolean isFree(Box box, int own) {
        return room.contains(box) && isClear(box, own) && !isCrossed(box);
    }

    private boolean isClear(Box box, int own) {
        for (int i = 0; i < edges.size(); i++) {
            EdgeShape other = edges.get(i);
            if (i != own && square(other.badgeX(), other.badgeY()).overlaps(box)) {
                return false;
            }
        }
        return cards.stream().noneMatch(box::overlaps) && words.stream().noneMatch(box::overlaps);
    }

    private boolean isCrossed(Box box) {
        for (int i = 0; i < edges.size(); i++) {
            if (lines.get(i).overlaps(box) && touches(edges.get(i).curve(), box)) {
                return true;
            }
        }
        return false;
    }

    private static boolean touches(Curve curve, Box box) {
        Polyline line = curve.flattened();
        for (int i = 1; i < line.count(); i++) {
            if (box.crossedBy(line.xs()[i - 1], line.ys()[i - 1], line.xs()[i], line.ys()[i])) {
                return true;
            }
        }
        return false;
    }

    private static Box bounds(Curve curve) {
        Polyline line = curve.flattened();
        double left = line.xs()[0];
        double right = left;
        double top = line.ys()[0];
        double bottom = top;
        for (int i = 1; i < line.count(); i++) {
            left = Math.min(left, line.xs()[i]);
            right = Math.max(right, line.xs()[i]);
            top = Math.min(top, line.ys()[i]);
            bottom = Math.max(bottom, line.ys()[i]);
        }
        return new Box(left - 1, top - 1, right - left + 2, bottom - top + 2);
    }
}
