package org.unfoldlab.viz.unrolled;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.graph.Polyline;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** A network in small: folded at the left, unfolded at the right. */
public final class NetworkThumbnail extends Region {
    private static final double CARD = 20;
    private static final double WIDEST_COLUMN = 26;
    private static final double TALLEST_ROW = 54;

    private final DrawnNetwork network;
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Look> look = Theme.lookOf(this);

    public NetworkThumbnail(DrawnNetwork network) {
        this.network = network;
        getStyleClass().add("network-thumbnail");
        setAccessibleText(StageWords.summary(network));
        getChildren().add(canvas);
        look.subscribe(this::requestLayout);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 236;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 110;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        DrawingStyle style = new DrawingStyle(look.getValue().withLecture(false));
        paint(network, new CanvasSurface(canvas.getGraphicsContext2D()), style, getWidth(), getHeight());
    }

    /** Draws the network into an area of that size. */
    public static void paint(DrawnNetwork network, Surface surface, DrawingStyle style, double width, double height) {
        if (!network.document().states().isEmpty()) {
            new Painter(network, surface, style, width, height).paint();
        }
    }

    /** One drawing, with its measures. */
    private static final class Painter {
        private final DrawnNetwork network;
        private final Surface surface;
        private final DrawingStyle style;
        private final Map<String, Integer> rows = new HashMap<>();
        private final double rowPitch;
        private final double lowest;
        private final double columnPitch;
        private final double lastColumn;
        private final boolean own;

        Painter(DrawnNetwork network, Surface surface, DrawingStyle style, double width, double height) {
            this.network = network;
            this.surface = surface;
            this.style = style;
            List<State> states = network.document().states();
            for (State state : states) {
                rows.putIfAbsent(state.name(), rows.size());
            }
            rowPitch = Math.min(TALLEST_ROW, (height - CARD) / Math.max(1, states.size() - 1));
            lowest = height / 2 + rowPitch * (states.size() - 1) / 2;
            lastColumn = width - 8;
            int columns = Math.max(1, network.readoutTime() - 1);
            columnPitch = Math.min(WIDEST_COLUMN, (lastColumn - 78) / columns);
            own = network.document().sharing() instanceof Sharing.None;
        }

        void paint() {
            network.document().transitions().forEach(this::edge);
            for (State state : network.document().states()) {
                Box card = card(state.name());
                surface.fill(card, 6, style.color(Token.BACKGROUND));
                surface.outline(card, 6, style.pen(Token.STATE, 1.5, 1));
            }
            network.unrolling().ifPresent(this::unrolled);
        }

        private double y(String state) {
            return lowest - rowPitch * rows.getOrDefault(state, 0);
        }

        private double x(int time) {
            return lastColumn - columnPitch * (network.readoutTime() - 1 - time);
        }

        private Box card(String state) {
            return new Box(24, y(state) - CARD * 0.425, CARD, CARD * 0.85);
        }

        private void edge(Transition transition) {
            if (!rows.containsKey(transition.from()) || !rows.containsKey(transition.to())) {
                return;
            }
            Direction direction = network.direction(transition);
            Stroke pen = style.edge(direction, own, 1.8, 1);
            if (direction == Direction.LATERAL) {
                pen = Stroke.solid(pen.color(), pen.width());
                line(Curve.arc(18, y(transition.from()), 8, -0.8, -(2 * Math.PI - 1.6)), pen);
                return;
            }
            boolean up = direction == Direction.FEED_FORWARD;
            int span = Math.abs(rows.getOrDefault(transition.to(), 0) - rows.getOrDefault(transition.from(), 0));
            double x = span == 1 ? 34 + (up ? -4.5 : 4.5) : up ? 28 : 40;
            double bow = (span - 1) * 13 * (up ? -1 : 1);
            double y1 = y(transition.from());
            double y2 = y(transition.to());
            line(Curve.cubic(x, y1, x + bow, y1, x + bow, y2, x, y2), pen);
        }

        private void line(Curve curve, Stroke pen) {
            Polyline line = curve.flattened();
            surface.polyline(line.xs(), line.ys(), line.count(), pen);
        }

        private void unrolled(Unrolling unrolling) {
            unrolling.ghosts().forEach(step -> line(step, GraphPainter.ghostPen(style, 1)));
            for (TimedStep step : unrolling.running()) {
                Stroke pen = style.edge(step.transition().direction(), own, 1.7, 1);
                boolean lateral = step.transition().direction() == Direction.LATERAL;
                line(step, lateral ? Stroke.solid(pen.color(), pen.width()) : pen);
            }
            Set<StateAt> used = new HashSet<>();
            unrolling.running().forEach(step -> used.addAll(List.of(step.input(), step.output())));
            unrolling.readouts().forEach(readout -> used.add(unrolling.readoutSource(readout)));
            for (State state : network.document().states()) {
                for (int t = 0; t < network.readoutTime(); t++) {
                    if (unrolling.reach().holds(state.name(), t)) {
                        node(new StateAt(state.name(), t), used.contains(new StateAt(state.name(), t)));
                    }
                }
            }
        }

        private void line(TimedStep step, Stroke pen) {
            surface.line(
                    x(step.time() - 1),
                    y(step.input().state()),
                    x(step.time()),
                    y(step.output().state()),
                    pen);
        }

        private void node(StateAt at, boolean used) {
            double size = Math.max(6, Math.min(11, columnPitch * 0.55));
            Box box = new Box(x(at.time()) - size / 2, y(at.state()) - size / 2, size, size);
            Color ground = style.color(used ? Token.STATE : Token.BACKGROUND);
            surface.fill(box, 2.5, ground);
            if (!used) {
                surface.outline(box, 2.5, style.pen(Token.GHOST, 1.2, 1));
            }
        }
    }
}
