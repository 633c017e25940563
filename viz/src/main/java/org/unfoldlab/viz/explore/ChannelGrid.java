package org.unfoldlab.viz.explore;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** All channels of one h(t), each in its own range over t; a click or the arrow keys choose the one that is drawn. */
public final class ChannelGrid extends Region {
    private static final double GAP = 4;
    private static final double SMALLEST = 22;

    private final Canvas canvas = new Canvas();
    private final Surface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private @Nullable ThoughtScene scene;
    private @Nullable StateAt at;
    private int channels;
    private int chosen;
    private OptionalInt hovered = OptionalInt.empty();
    private IntConsumer onChannel = channel -> {};

    public ChannelGrid() {
        getStyleClass().addAll("channel-grid", "focus-ring");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        look.subscribe(this::redraw);
        setOnMouseMoved(event -> hover(indexAt(event)));
        setOnMouseExited(event -> hover(OptionalInt.empty()));
        setOnMousePressed(event -> {
            requestFocus();
            indexAt(event).ifPresent(onChannel);
        });
        setOnKeyPressed(this::key);
    }

    /** Shows the channels of a state at one t. */
    public void show(ThoughtScene next, StateAt of) {
        State state = next.states().stream()
                .filter(known -> known.name().equals(of.state()))
                .findFirst()
                .orElseThrow();
        scene = next;
        at = of;
        channels = state.channels();
        chosen = next.channel(state);
        setAccessibleText(channels + " channels of " + of.state() + " at t = " + of.time() + ", channel " + (chosen + 1)
                + " is drawn");
        requestLayout();
        redraw();
    }

    public void setOnChannel(IntConsumer action) {
        onChannel = action;
    }

    private int columns() {
        double width = Math.max(1, getWidth());
        int wide = (int) Math.floor((width + GAP) / (SMALLEST + GAP));
        int square = (int) Math.ceil(Math.sqrt(channels));
        return Math.max(1, Math.min(Math.max(4, square), wide));
    }

    private double side() {
        return Math.min(56, (getWidth() + GAP) / columns() - GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = (int) Math.ceil(channels / (double) columns());
        return rows * (side() + GAP);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, Math.min(4096, computePrefHeight(getWidth()))));
        redraw();
    }

    private Box cell(int index) {
        double side = side();
        int column = index % columns();
        int row = index / columns();
        return new Box(column * (side + GAP), row * (side + GAP), side, side);
    }

    private OptionalInt indexAt(MouseEvent event) {
        for (int i = 0; i < channels; i++) {
            if (cell(i).contains(event.getX(), event.getY())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private void hover(OptionalInt index) {
        if (!index.equals(hovered)) {
            hovered = index;
            redraw();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        int next = switch (event.getCode()) {
            case LEFT -> chosen - 1;
            case RIGHT -> chosen + 1;
            case UP -> chosen - columns();
            case DOWN -> chosen + columns();
            case HOME -> 0;
            case END -> channels - 1;
            default -> -1;
        };
        if (next >= 0 && next < channels) {
            onChannel.accept(next);
            event.consume();
        }
    }

    private void redraw() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        ThoughtScene drawn = scene;
        StateAt where = at;
        if (drawn == null || where == null || getWidth() <= 0) {
            return;
        }
        DrawingStyle style = new DrawingStyle(look.getValue());
        for (int i = 0; i < channels; i++) {
            paint(style, drawn, where, i);
        }
    }

    private void paint(DrawingStyle style, ThoughtScene drawn, StateAt where, int index) {
        Box box = cell(index);
        Optional<FeatureMap> map = drawn.map(where, index);
        boolean here = index == chosen;
        if (here || hovered.equals(OptionalInt.of(index))) {
            double strength = here ? 1 : 0.5;
            Box around = new Box(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4);
            surface.fill(around, 4, DrawingStyle.faded(style.color(Token.MARKER), strength));
        }
        if (map.isEmpty()) {
            surface.outline(box, 2, GraphPainter.ghostPen(style, 1));
            return;
        }
        MapRange range = drawn.range(where.state(), index);
        ColorScale scale = drawn.showsDifference() ? ColorScale.DIVERGING : ColorScale.CIVIDIS;
        Box inner = new Box(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        surface.cells(inner, map.get().colors(range, scale));
        if (here) {
            surface.outline(box, 2, style.pen(Token.TEXT, 2, 1));
        }
    }
}
