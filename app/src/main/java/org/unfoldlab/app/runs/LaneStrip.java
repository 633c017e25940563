package org.unfoldlab.app.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.Drawing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/**
 * The unrolled network in small above the plots over t, on their very time axis: one row a state, the first at the
 * bottom, pruned steps dashed, and the readout's line on its way down.
 */
final class LaneStrip extends Region {
    private static final double PITCH = 19;
    private static final double BOX_WIDTH = 16;
    private static final double BOX_HEIGHT = 10;
    private static final int MOST_COLUMNS = 60;

    private final DocumentViewModel document;
    private final IntToDoubleFunction toPx;
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Look> look = Theme.lookOf(this);

    /** @param toPx where a time lies on the axis of the plots below */
    LaneStrip(DocumentViewModel document, IntToDoubleFunction toPx) {
        this.document = document;
        this.toPx = toPx;
        getChildren().add(canvas);
        setId("lane-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        document.drawingProperty().subscribe(this::requestLayout);
        look.subscribe(this::requestLayout);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(1, document.drawing().document().states().size()) * PITCH + 6;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw();
    }

    void redraw() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Drawing drawing = document.drawing();
        drawing.unrolling()
                .filter(unrolling -> unrolling.readoutTime() <= MOST_COLUMNS)
                .ifPresent(unrolling -> new Painter(
                                unrolling, new CanvasSurface(canvas.getGraphicsContext2D()), look.getValue())
                        .paint());
        setAccessibleText("Unrolled to T = " + document.document().readout().time());
    }

    private final class Painter {
        private final Unrolling unrolling;
        private final Surface surface;
        private final Look look;
        private final Map<String, Integer> rows = new HashMap<>();
        private final double width;

        Painter(Unrolling unrolling, Surface surface, Look look) {
            this.unrolling = unrolling;
            this.surface = surface;
            this.look = look;
            for (State state : unrolling.network().document().states()) {
                rows.put(state.name(), rows.size());
            }
            width = Math.min(BOX_WIDTH, 0.5 * (toPx.applyAsDouble(1) - toPx.applyAsDouble(0)));
        }

        void paint() {
            TextStyle name =
                    new TextStyle(look.tokens().of(Token.MUTED), look.drawingText(12), TextStyle.Weight.REGULAR);
            rows.keySet()
                    .forEach(state -> surface.text(
                            state, toPx.applyAsDouble(0) - width - 6, y(state), Surface.Align.RIGHT, name));
            unrolling.ghosts().forEach(step -> line(step, pen(Token.GHOST, Dash.SHORT_DASHES, 1)));
            unrolling.running().forEach(step -> line(step, pen(step)));
            for (State state : unrolling.network().document().states()) {
                for (int t = 0; t < unrolling.readoutTime(); t++) {
                    if (unrolling.reach().holds(state.name(), t)) {
                        box(state.name(), t, isUsed(state.name(), t));
                    }
                }
            }
            double x = toPx.applyAsDouble(unrolling.readoutTime());
            surface.line(x, 0, x, canvas.getHeight(), Stroke.solid(look.tokens().of(Token.CONTROL), look.stroke(3)));
        }

        private boolean isUsed(String state, int t) {
            List<TimedStep> running = unrolling.running();
            boolean read = unrolling.readouts().stream().anyMatch(readout -> {
                var source = unrolling.readoutSource(readout);
                return source.state().equals(state) && source.time() == t;
            });
            return read
                    || running.stream()
                            .anyMatch(step -> step.input().state().equals(state)
                                    && step.input().time() == t);
        }

        private double y(String state) {
            return canvas.getHeight() - PITCH * (rows.getOrDefault(state, 0) + 0.5) - 1;
        }

        private Stroke pen(Token token, Dash dash, double size) {
            return new Stroke(look.tokens().of(token), look.stroke(size), dash);
        }

        private Stroke pen(TimedStep step) {
            Direction direction = step.transition().direction();
            return switch (direction) {
                case FEED_FORWARD -> pen(Token.FEEDFORWARD, Dash.SOLID, 1.6);
                case LATERAL -> pen(Token.LATERAL, Dash.DOTS, 1.6);
                case FEEDBACK -> pen(Token.FEEDBACK, Dash.DASHES, 1.6);
            };
        }

        private void line(TimedStep step, Stroke pen) {
            surface.line(
                    toPx.applyAsDouble(step.time() - 1) + width / 2,
                    y(step.input().state()),
                    toPx.applyAsDouble(step.time()) - width / 2,
                    y(step.output().state()),
                    pen);
        }

        private void box(String state, int t, boolean used) {
            Box box = new Box(toPx.applyAsDouble(t) - width / 2, y(state) - BOX_HEIGHT / 2, width, BOX_HEIGHT);
            surface.fill(box, 3, look.tokens().of(Token.BACKGROUND));
            surface.outline(box, 3, used ? pen(Token.STATE, Dash.SOLID, 1.6) : pen(Token.GHOST, Dash.SHORT_DASHES, 1));
        }
    }
}
