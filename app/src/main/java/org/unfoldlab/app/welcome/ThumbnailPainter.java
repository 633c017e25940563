package org.unfoldlab.app.welcome;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import org.unfoldlab.app.editor.Drawing;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.theme.Token;
import org.unfoldlab.viz.theme.Tokens;

/*
 * One row a state, the first at the bottom. At the left the graph: boxes, loops on their left, forward edges left of
 * the centre, feedback right of it, longer edges bowing further out. At the right one column a time.
 */
/** Draws one thumbnail. */
final class ThumbnailPainter {
    private static final double BOX_WIDTH = 20;
    private static final double BOX_HEIGHT = 18;
    private static final double HIGHEST_PITCH = 54;
    private static final double WIDEST_PITCH = 26;

    private final GraphicsContext context;
    private final Tokens tokens;
    private final Drawing drawing;
    private final double height;
    private final double graphX;
    private final double left;
    private final double right;
    private final Map<String, Integer> rows = new HashMap<>();
    private final boolean ownWeights;

    ThumbnailPainter(GraphicsContext context, Tokens tokens, Drawing drawing, double width, double height) {
        this.context = context;
        this.tokens = tokens;
        this.drawing = drawing;
        this.height = height;
        this.graphX = width * 0.14 + 10;
        this.left = width * 0.44;
        this.right = width - 12;
        this.ownWeights = drawing.document().sharing() instanceof Sharing.None;
        List<State> states = drawing.document().states();
        for (int i = 0; i < states.size(); i++) {
            rows.put(states.get(i).name(), i);
        }
    }

    void paint() {
        drawing.document().transitions().stream()
                .filter(t -> rows.containsKey(t.from()) && rows.containsKey(t.to()))
                .forEach(this::edge);
        rows.values().forEach(this::box);
        drawing.unrolling().ifPresent(this::unrolled);
    }

    private double y(int row) {
        int count = Math.max(2, rows.size());
        double pitch = Math.min(HIGHEST_PITCH, (height - BOX_HEIGHT - 8) / (count - 1));
        return height / 2 + pitch * ((rows.size() - 1) / 2.0 - row);
    }

    private void box(int row) {
        double x = graphX - BOX_WIDTH / 2;
        double top = y(row) - BOX_HEIGHT / 2;
        context.setLineDashes();
        context.setFill(tokens.background());
        context.fillRoundRect(x, top, BOX_WIDTH, BOX_HEIGHT, 10, 10);
        context.setStroke(tokens.of(Token.STATE));
        context.setLineWidth(1.6);
        context.strokeRoundRect(x, top, BOX_WIDTH, BOX_HEIGHT, 10, 10);
    }

    private void edge(Transition transition) {
        int from = rows.getOrDefault(transition.from(), 0);
        int to = rows.getOrDefault(transition.to(), 0);
        pen(direction(from, to), 1.8);
        if (from == to) {
            context.strokeOval(graphX - BOX_WIDTH / 2 - 16, y(from) - 7, 18, 14);
            return;
        }
        double side = from < to ? -1 : 1;
        double bow = side * (Math.abs(from - to) == 1 ? 3 : 14 + 6 * (Math.abs(from - to) - 2));
        double x = graphX + side * 4;
        context.beginPath();
        context.moveTo(x, y(from));
        context.bezierCurveTo(x + bow * 1.3, y(from), x + bow * 1.3, y(to), x, y(to));
        context.stroke();
    }

    private void unrolled(Unrolling unrolling) {
        int times = unrolling.readoutTime();
        double pitch = times < 2 ? 0 : Math.min(WIDEST_PITCH, (right - left) / (times - 1));
        double start = (left + right - pitch * (times - 1)) / 2 + (times <= 5 ? 4 : 0);
        Set<StateAt> live = new HashSet<>();
        Set<StateAt> ghosts = new HashSet<>();
        live.add(new StateAt(unrolling.network().first().name(), 0));
        for (TimedStep step : unrolling.steps()) {
            (step.runs() ? live : ghosts).add(step.output());
            step(step, start, pitch);
        }
        ghosts.removeAll(live);
        double size = Math.max(4, Math.min(10, pitch * 0.5));
        ghosts.forEach(ghost -> square(ghost, start, pitch, size, false));
        live.forEach(box -> square(box, start, pitch, size, true));
    }

    private void step(TimedStep step, double start, double pitch) {
        int from = rows.getOrDefault(step.input().state(), 0);
        int to = rows.getOrDefault(step.output().state(), 0);
        if (step.runs()) {
            pen(direction(from, to), 1.6);
        } else {
            context.setStroke(tokens.of(Token.GHOST));
            context.setLineWidth(1);
            context.setLineDashes(1, 3);
        }
        context.strokeLine(start + (step.time() - 1) * pitch, y(from), start + step.time() * pitch, y(to));
    }

    private void square(StateAt at, double start, double pitch, double size, boolean live) {
        double x = start + at.time() * pitch - size / 2;
        double top = y(rows.getOrDefault(at.state(), 0)) - size / 2;
        context.setLineDashes();
        context.setFill(live ? tokens.of(Token.STATE) : tokens.background());
        context.fillRoundRect(x, top, size, size, 3, 3);
        if (!live) {
            context.setStroke(tokens.of(Token.GHOST));
            context.setLineWidth(1);
            context.strokeRoundRect(x, top, size, size, 3, 3);
        }
    }

    private void pen(Direction direction, double width) {
        Token token = switch (direction) {
            case FEED_FORWARD -> Token.FEEDFORWARD;
            case LATERAL -> Token.LATERAL;
            case FEEDBACK -> Token.FEEDBACK;
        };
        context.setStroke(tokens.of(ownWeights ? Token.CONTROL_BORDER : token));
        context.setLineWidth(width);
        if (direction == Direction.FEEDBACK) {
            context.setLineDashes(4, 2.5);
        } else {
            context.setLineDashes();
        }
    }

    private static Direction direction(int from, int to) {
        if (from == to) {
            return Direction.LATERAL;
        }
        return from < to ? Direction.FEED_FORWARD : Direction.FEEDBACK;
    }
}
