package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;

/*
 * An edge keeps to the left of its own way, so opposite edges bow apart: in a column of states, upward edges lie on
 * the left and downward ones on the right. Where another card stands in between, the edge goes round it on the same
 * side, outside the self-loops; on a wide board so far outside that the functions of all edges fit in between. A
 * self-loop is an arc at the left side of its card.
 */
/** Runs the edges of the folded graph between the cards, wherever these stand. */
final class GraphRouter {
    private static final double BADGE_AWAY = 15;
    private static final double LABEL_AWAY = 12;
    private static final double BOW = 4;
    private static final double CLEAR = 24;
    /** Room for a function beside each edge that goes round a card. */
    private static final double WIDE = 64;
    /** Size of self-loops in their free places; 1 in the lanes. */
    private static final double LOOSE_LOOPS = 1.15;

    private final NetworkDocument document;
    private final Map<String, Box> cards;
    private final boolean labels;
    private final double loopScale;
    private final double wide;

    /**
     * @param cards place of every state's card
     * @param labels false leaves the functions out
     * @param loose 1 in their free places, 0 in the lanes
     * @param wide how much of the room that functions want may be taken at the sides, 0 to 1
     */
    GraphRouter(NetworkDocument document, Map<String, Box> cards, boolean labels, double loose, double wide) {
        this.document = document;
        this.cards = cards;
        this.labels = labels;
        this.wide = wide;
        loopScale = 1 + (LOOSE_LOOPS - 1) * loose;
    }

    /** All cards and the edges whose ends exist. */
    GraphShape route() {
        List<CardShape> shapes = new ArrayList<>();
        for (State state : document.states()) {
            shapes.add(new CardShape(state, card(state.name())));
        }
        List<EdgeShape> edges = new ArrayList<>();
        Map<String, Integer> pairs = new HashMap<>();
        for (Transition transition : document.transitions()) {
            if (cards.containsKey(transition.from()) && cards.containsKey(transition.to())) {
                String pair = transition.from() + " " + transition.to();
                int before = pairs.merge(pair, 1, Integer::sum) - 1;
                edges.add(
                        transition.from().equals(transition.to())
                                ? loop(transition, before)
                                : edge(transition, before));
            }
        }
        return new GraphShape(shapes, withoutCrossedLabels(edges));
    }

    private Box card(String state) {
        return Objects.requireNonNull(cards.get(state), state);
    }

    private EdgeShape loop(Transition transition, int before) {
        Box card = card(transition.from());
        double radius = Math.max(11, Math.min(27, card.height() * 0.43)) * loopScale + 7 * before;
        double reach = 0.79 * radius;
        double half = Math.acos(0.79);
        Curve curve = Curve.arc(card.x() - reach, card.centerY(), radius, -half, -(2 * Math.PI - 2 * half));
        double badgeX = card.x() - reach - radius + 3;
        return new EdgeShape(
                transition,
                WeightGroups.direction(document, transition),
                curve,
                badgeX,
                card.centerY(),
                label(badgeX - LABEL_AWAY, card.centerY(), Surface.Align.RIGHT));
    }

    private EdgeShape edge(Transition transition, int before) {
        Box from = card(transition.from());
        Box to = card(transition.to());
        Way way = Way.between(from, to);
        double offset = 0.25 * way.across(from.width() < to.width() ? from : to) + 12 * before;
        double[] start = way.exit(from, offset, 1);
        double[] end = way.exit(to, offset, -1);
        int blockers = blockers(transition, start, end);
        return blockers > 0 ? around(transition, way, blockers) : direct(transition, way, start, end);
    }

    private EdgeShape direct(Transition transition, Way way, double[] start, double[] end) {
        double bowX = way.nx * BOW * 1.33;
        double bowY = way.ny * BOW * 1.33;
        double dx = (end[0] - start[0]) / 3;
        double dy = (end[1] - start[1]) / 3;
        Curve curve = Curve.cubic(
                start[0],
                start[1],
                start[0] + dx + bowX,
                start[1] + dy + bowY,
                end[0] - dx + bowX,
                end[1] - dy + bowY,
                end[0],
                end[1]);
        double badgeX = curve.x(0.5) + way.nx * BADGE_AWAY;
        double badgeY = curve.y(0.5) + way.ny * BADGE_AWAY;
        return new EdgeShape(
                transition,
                WeightGroups.direction(document, transition),
                curve,
                badgeX,
                badgeY,
                label(way, badgeX, badgeY));
    }

    private EdgeShape around(Transition transition, Way way, int blockers) {
        Box from = card(transition.from());
        Box to = card(transition.to());
        double widest = 0;
        for (Box other : cards.values()) {
            double aside = (other.centerX() - from.centerX()) * way.nx + (other.centerY() - from.centerY()) * way.ny;
            if (Math.abs(aside) < way.across(other) / 2 + 40) {
                widest = Math.max(widest, aside + way.across(other) / 2);
            }
        }
        double loops = way.nx < -0.5 ? Math.min(from.height(), 62) * 0.72 * loopScale : 0;
        double column = Math.abs(way.nx) > 0.9 && labels ? wide * WIDE : 0;
        double beside = way.nx < -0.5 ? column : 0;
        double reach = widest + loops + beside + (CLEAR + column) * blockers - way.across(from) / 2;
        double push = Math.max(CLEAR, reach) / 0.75;
        double[] start = way.side(from, 0.62);
        double[] end = way.side(to, -0.62);
        Curve curve = Curve.cubic(
                start[0],
                start[1],
                start[0] + way.nx * push,
                start[1] + way.ny * push,
                end[0] + way.nx * push,
                end[1] + way.ny * push,
                end[0],
                end[1]);
        return new EdgeShape(
                transition,
                WeightGroups.direction(document, transition),
                curve,
                curve.x(0.5),
                curve.y(0.5),
                column < WIDE ? EdgeShape.Label.HIDDEN : inside(way, curve.x(0.5), curve.y(0.5)));
    }

    /** Between a badge and the cards that its edge goes round. */
    private EdgeShape.Label inside(Way way, double badgeX, double badgeY) {
        return way.nx < 0
                ? label(badgeX + LABEL_AWAY, badgeY, Surface.Align.LEFT)
                : label(badgeX - LABEL_AWAY, badgeY, Surface.Align.RIGHT);
    }

    /** How many other cards stand in a straight edge's way. */
    private int blockers(Transition transition, double[] start, double[] end) {
        int count = 0;
        for (Map.Entry<String, Box> other : cards.entrySet()) {
            boolean isEnd =
                    other.getKey().equals(transition.from()) || other.getKey().equals(transition.to());
            if (!isEnd && other.getValue().crossedBy(start[0], start[1], end[0], end[1])) {
                count++;
            }
        }
        return count;
    }

    private EdgeShape.Label label(double x, double y, Surface.Align align) {
        return labels ? new EdgeShape.Label(true, x, y, align) : EdgeShape.Label.HIDDEN;
    }

    private EdgeShape.Label label(Way way, double badgeX, double badgeY) {
        if (Math.abs(way.nx) > 0.5) {
            double x = badgeX + Math.signum(way.nx) * LABEL_AWAY;
            return label(x, badgeY, way.nx < 0 ? Surface.Align.RIGHT : Surface.Align.LEFT);
        }
        return label(badgeX, badgeY + Math.signum(way.ny) * (LABEL_AWAY + 6), Surface.Align.CENTER);
    }

    /** Functions are left out on a side where edges would run through one of them. */
    private static List<EdgeShape> withoutCrossedLabels(List<EdgeShape> edges) {
        Set<Surface.Align> crossed = new HashSet<>();
        for (EdgeShape edge : edges) {
            if (isCrossed(edge, edges)) {
                crossed.add(edge.label().align());
            }
        }
        return edges.stream()
                .map(edge -> crossed.contains(edge.label().align()) ? unlabelled(edge) : edge)
                .toList();
    }

    private static boolean isCrossed(EdgeShape edge, List<EdgeShape> edges) {
        EdgeShape.Label label = edge.label();
        if (!label.shown()) {
            return false;
        }
        double left = label.align() == Surface.Align.LEFT ? 0 : label.align() == Surface.Align.RIGHT ? -44 : -22;
        Box text = new Box(label.x() + left, label.y() - 8, 44, 16);
        return edges.stream().filter(other -> !other.equals(edge)).anyMatch(other -> touches(other.curve(), text));
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

    private static EdgeShape unlabelled(EdgeShape edge) {
        return new EdgeShape(
                edge.transition(),
                edge.direction(),
                edge.curve(),
                edge.badgeX(),
                edge.badgeY(),
                EdgeShape.Label.HIDDEN);
    }

    /** The way from one card to another: its direction d and the normal n to its left. */
    private record Way(double dx, double dy, double nx, double ny) {
        static Way between(Box from, Box to) {
            double dx = to.centerX() - from.centerX();
            double dy = to.centerY() - from.centerY();
            double length = Math.max(1e-9, Math.hypot(dx, dy));
            return new Way(dx / length, dy / length, dy / length, -dx / length);
        }

        /** Extent of a card across the way. */
        double across(Box box) {
            return Math.abs(nx) * box.width() + Math.abs(ny) * box.height();
        }

        /** Where a line beside the middle leaves a card, forwards (1) or backwards (−1). */
        double[] exit(Box box, double offset, int sign) {
            double x = box.centerX() + nx * offset;
            double y = box.centerY() + ny * offset;
            double toX = dx * sign > 0 ? box.right() - x : box.x() - x;
            double toY = dy * sign > 0 ? box.bottom() - y : box.y() - y;
            double byX = Math.abs(dx) < 1e-9 ? Double.POSITIVE_INFINITY : toX / (dx * sign);
            double byY = Math.abs(dy) < 1e-9 ? Double.POSITIVE_INFINITY : toY / (dy * sign);
            double length = Math.max(0, Math.min(byX, byY));
            return new double[] {x + dx * sign * length, y + dy * sign * length};
        }

        /** A point on the left edge of the way, shifted along it by a share of the card's half length. */
        double[] side(Box box, double share) {
            double along = (Math.abs(dx) * box.width() + Math.abs(dy) * box.height()) / 2 * share;
            double aside = across(box) / 2;
            double x = box.centerX() + nx * aside + dx * along;
            double y = box.centerY() + ny * aside + dy * along;
            return new double[] {
                Math.max(box.x(), Math.min(box.right(), x)), Math.max(box.y(), Math.min(box.bottom(), y))
            };
        }
    }
}
