package org.unfoldlab.viz.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.viz.graph.BadgePainter;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.graph.TransitionWords;
import org.unfoldlab.viz.graph.WeightGroup;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/** What lines and letters of a drawn network mean: only those that occur in it, and what transitions do that cannot say so. */
final class NetworkLegend {
    private static final double ROW = 22;
    private static final double SAMPLE = 28;
    private static final double BADGE = 15;
    private static final double BOX = 12;
    private static final double GAP = 6;
    private static final double SPACE = 20;
    /** Width of a character of the legend, in text sizes, where there is no surface to measure by. */
    private static final double CHARACTER = 0.56;

    private final NetworkView view;
    private final DrawnNetwork network;
    private final List<Transition> untold;
    private final DrawingStyle style;
    private final TextStyle text;

    /** @param untold transitions whose functions do not stand in the drawing */
    NetworkLegend(NetworkView view, DrawnNetwork network, List<Transition> untold, Look look) {
        this.view = view;
        this.network = network;
        this.untold = untold;
        style = new DrawingStyle(look);
        text = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
    }

    /** Draws the sample of an entry, its left end at x. */
    @FunctionalInterface
    private interface Sample {
        void paint(Surface surface, double x, double y);
    }

    /** @param wide room for the sample, px */
    private record Entry(String words, double wide, Sample sample) {}

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (view != NetworkView.MATRIX) {
            directions(entries);
        }
        Optional<WeightGroup> first = network.groups().all().stream().findFirst();
        first.ifPresent(group -> entries.add(badge("one letter, one set of weights", first)));
        if (isOwn()) {
            entries.add(badge("weights of its own at every step", Optional.empty()));
        }
        boolean prunes =
                network.unrolling().map(steps -> !steps.ghosts().isEmpty()).orElse(false);
        if (view == NetworkView.MATRIX) {
            bars(entries, prunes);
        } else if (view == NetworkView.UNROLLED && prunes) {
            entries.add(line("pruned: cannot reach the readout", GraphPainter.ghostPen(style, 1)));
        }
        untold.forEach(transition -> entries.add(badge(
                transition.from() + " → " + transition.to() + " " + TransitionWords.line(transition),
                network.groups().ofTransition(transition.id()).stream().findFirst())));
        return entries;
    }

    private boolean isOwn() {
        return network.document().sharing() instanceof Sharing.None;
    }

    private void directions(List<Entry> entries) {
        for (Direction direction : Direction.values()) {
            boolean occurs = network.document().transitions().stream()
                    .anyMatch(transition -> network.direction(transition) == direction);
            if (occurs) {
                entries.add(line(words(direction), style.edge(direction, isOwn(), 2.2, 1)));
            }
        }
    }

    /** What the time bars of the matrix's cells say, a box for each step from t = 1. */
    private void bars(List<Entry> entries, boolean prunes) {
        Color ink = style.color(Token.MUTED);
        entries.add(new Entry(
                "runs at this t", BOX, (surface, x, y) -> surface.fill(new Box(x, y - 6, BOX, 12), 2, ink)));
        if (prunes) {
            entries.add(new Entry(
                    "pruned: cannot reach the readout",
                    BOX,
                    (surface, x, y) -> surface.outline(
                            new Box(x + 0.5, y - 5.5, BOX - 1, 11), 2, new Stroke(ink, 1, Dash.SHORT_DASHES))));
        }
        entries.add(new Entry("no signal yet", BOX, (surface, x, y) -> surface.dot(x + BOX / 2, y, 1.4, ink)));
    }

    private static String words(Direction direction) {
        return switch (direction) {
            case FEED_FORWARD -> "feed-forward";
            case LATERAL -> "self or lateral";
            case FEEDBACK -> "feedback";
        };
    }

    private static Entry line(String words, Stroke stroke) {
        return new Entry(words, SAMPLE, (surface, x, y) -> surface.line(x, y, x + SAMPLE, y, stroke));
    }

    private Entry badge(String words, Optional<WeightGroup> group) {
        return new Entry(
                words, BADGE, (surface, x, y) -> BadgePainter.paint(surface, style, group, x + BADGE / 2, y, BADGE, 1));
    }

    /** Height of its rows in that width. */
    double height(double width) {
        double row = ROW * style.look().scale();
        double x = 0;
        double y = row;
        for (Entry entry : entries()) {
            double wide = entry.wide() + GAP + entry.words().length() * text.size() * CHARACTER;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += row;
            }
            x += wide + SPACE;
        }
        return y;
    }

    /** Draws it, its upper left corner at (left, top). */
    void paint(Surface surface, double left, double top, double width) {
        double row = ROW * style.look().scale();
        double x = 0;
        double y = top + row / 2;
        for (Entry entry : entries()) {
            double wide = entry.wide() + GAP + entry.words().length() * text.size() * CHARACTER;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += row;
            }
            entry.sample().paint(surface, left + x, y);
            surface.text(entry.words(), left + x + entry.wide() + GAP, y, Surface.Align.LEFT, text);
            x += entry.wide() + GAP + surface.textWidth(entry.words(), text) + SPACE;
        }
    }
}
