package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;

/*
 * An edge keeps to the left of its own way, so opposite edges bow apart: in a column of states, upward edges lie on
 * the left and downward ones on the right. Where another card stands in between, the edge goes round it on the same
 * side, outside the self-loops; on a wide board so far outside that the functions of all edges fit in between. A
 * self-loop is an arc at the left side of its card. Transitions of one pair that take turns lie side by side, their
 * letters and functions in a list beside the outermost.
 */
/** Runs the edges of the folded graph between the cards, wherever these stand. */
final class GraphRouter {
    private static final double BADGE_AWAY = 15;
    private static final double BOW = 4;
    /** Distance of edges of one pair, and the least of their letters, in px. */
    private static final double TURN = 18;

    private static final double CLEAR = 24;
    /** Size of self-loops in their free places; 1 in the lanes. */
    private static final double LOOSE_LOOPS = 1.15;

    private final NetworkDocument document;
    private final Map<String, Box> cards;
    private final Words words;
    private final double loopScale;
    /** Distance of the letters of one pair: a line of words fits beside each. */
    private final double pitch;

    private final Map<String, Integer> turns = new HashMap<>();

    /**
     * How functions are written beside the edges.
     *
     * @param text their size in px; 0 leaves them out
     * @param room where they may stand
     * @param wide how much of the room that functions want may be taken at the sides, 0 to 1
     * @param searching true finds other places for those that do not fit where their edges suggest
     */
    record Words(double text, Box room, double wide, boolean searching) {
        /** Room for a function of five letters beside each edge that goes round a card. */
        double column() {
            return 3 * text + 24;
        }

        boolean areShown() {
            return text > 0;
        }
    }

    /**
     * @param cards place of every state's card
     * @param loose 1 in their free places, 0 in the lanes
     */
    GraphRouter(NetworkDocument document, Map<String, Box> cards, Words words, double loose) {
        this.document = document;
        this.cards = cards;
        this.words = words;
        pitch = Math.max(TURN, EdgeLabels.LEAD * words.text() + 1);
        loopScale = 1 + (LOOSE_LOOPS - 1) * loose;
        document.transitions().forEach(t -> turns.merge(pair(t), 1, Integer::sum));
    }

    /** The width in px that a column of states wants so that all functions fit beside the edges. */
    static double widthFor(NetworkDocument document, double card, double text) {
        List<String> names = document.states().stream().map(State::name).toList();
        int most = document.transitions().stream()
                .mapToInt(t -> Math.abs(names.indexOf(t.to()) - names.indexOf(t.from())) - 1)
                .max()
                .orElse(0);
        double column = new Words(text, new Box(0, 0, 0, 0), 1, false).column();
        return card + 2 * (45 + column + Math.max(0, most) * (CLEAR + column)) + 16;
    }

    private static String pair(Transition transition) {
        return transition.from() + " " + transition.to();
    }

    /** All cards and the edges whose ends exist. */
    GraphShape route() {
        List<CardShape> shapes = new ArrayList<>();
        for (State state : document.states()) {
            shapes.add(new CardShape(state, card(state.name())));
        }
        List<EdgeShape> edges = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Transition transition : document.transitions()) {
            if (cards.containsKey(transition.from()) && cards.containsKey(transition.to())) {
                Turn turn = new Turn(seen.merge(pair(transition), 1, Integer::sum) - 1, turnsOf(transition));
                boolean loops = transition.from().equals(transition.to());
                edges.add(loops ? loop(transition, turn) : edge(transition, turn));
            }
        }
        return new GraphShape(
                shapes,
                words.areShown()
                        ? EdgeLabels.placed(edges, cards.values(), words.room(), words.text(), words.searching())
                        : edges);
    }

    private int turnsOf(Transition transition) {
        return turns.getOrDefault(pair(transition), 1);
    }

    /** Which of the transitions of one pair. */
    private record Turn(int index, int count) {
        boolean isOnly() {
            return count == 1;
        }

        /** Places from the middle of the list of letters. */
        double along() {
            return index - (count - 1) / 2.0;
        }

        /** Places from the outermost. */
        int inside() {
            return count - 1 - index;
        }
    }

    private Box card(String state) {
        return Objects.requireNonNull(cards.get(state), state);
    }

    private EdgeShape loop(Transition transition, Turn turn) {
        Box card = card(transition.from());
        double single = Math.max(11, Math.min(27, card.height() * 0.43)) * loopScale;
        double radius = single + TURN / 2 * turn.index();
        double reach = 0.79 * radius;
        double half = Math.acos(0.79);
        Curve curve = Curve.arc(card.x() - reach, card.centerY(), radius, -half, -(2 * Math.PI - 2 * half));
        double widest = single + TURN / 2 * (turn.count() - 1);
        double badgeX = card.x() - 1.79 * widest + 3;
        double badgeY = card.centerY() + turn.along() * pitch;
        return new EdgeShape(
                transition,
                WeightGroups.direction(document, transition),
                curve,
                badgeX,
                badgeY,
                label(transition, badgeX - EdgeLabels.AWAY, badgeY, Surface.Align.RIGHT));
    }

    private EdgeShape edge(Transition transition, Turn turn) {
        Box from = card(transition.from());
        Box to = card(transition.to());
        Way way = Way.between(from, to);
        double offset = 0.25 * way.across(from.width() < to.width() ? from : to) + TURN * turn.index();
        double[] start = way.exit(from, offset, 1);
        double[] end = way.exit(to, offset, -1);
        int blockers = blockers(transition, start, end);
        return blockers > 0
                ? around(transition, way, blockers + turn.index())
                : direct(transition, way, turn, start, end);
    }

    private EdgeShape direct(Transition transition, Way way, Turn turn, double[] start, double[] end) {
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
        double away = BADGE_AWAY + TURN * turn.inside();
        double along = pitch * turn.along();
        double badgeX = curve.x(0.5) + way.nx * away + way.dx * along;
        double badgeY = curve.y(0.5) + way.ny * away + way.dy * along;
        boolean listed = turn.isOnly() || Math.abs(way.nx) > 0.5;
        return new EdgeShape(
                transition,
                WeightGroups.direction(document, transition),
                curve,
                badgeX,
                badgeY,
                listed ? label(transition, way, badgeX, badgeY) : EdgeShape.Label.HIDDEN);
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
        double column = Math.abs(way.nx) > 0.9 && words.areShown() ? words.wide() * words.column() : 0;
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
                column < words.column() ? EdgeShape.Label.HIDDEN : inside(transition, way, curve.x(0.5), curve.y(0.5)));
    }

    /** Between a badge and the cards that its edge goes round. */
    private EdgeShape.Label inside(Transition transition, Way way, double badgeX, double badgeY) {
        return way.nx < 0
                ? label(transition, badgeX + EdgeLabels.AWAY, badgeY, Surface.Align.LEFT)
                : label(transition, badgeX - EdgeLabels.AWAY, badgeY, Surface.Align.RIGHT);
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

    /** Transitions that take turns say what they do in one line each. */
    private EdgeShape.Label label(Transition transition, double x, double y, Surface.Align align) {
        List<String> lines =
                turnsOf(transition) > 1 ? List.of(TransitionWords.line(transition)) : TransitionWords.lines(transition);
        return words.areShown() ? new EdgeShape.Label(true, x, y, align, lines) : EdgeShape.Label.HIDDEN;
    }

    private EdgeShape.Label label(Transition transition, Way way, double badgeX, double badgeY) {
        if (Math.abs(way.nx) > 0.5) {
            double x = badgeX + Math.signum(way.nx) * EdgeLabels.AWAY;
            return label(transition, x, badgeY, way.nx < 0 ? Surface.Align.RIGHT : Surface.Align.LEFT);
        }
        double y = badgeY + Math.signum(way.ny) * (EdgeLabels.AWAY + 6);
        return label(transition, badgeX, y, Surface.Align.CENTER);
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
