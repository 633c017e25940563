package org.unfoldlab.viz.matrix;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** All t, or one of 1 … T−1: at which time the matrix is cut. Press or drag; arrows move, Home shows all again. */
final class TimeStrip extends Region {
    private static final double WIDEST = 26;

    private final Canvas canvas = new Canvas();
    private final ObjectProperty<OptionalInt> time = new SimpleObjectProperty<>(this, "time", OptionalInt.empty());
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private int last = 1;

    TimeStrip() {
        getChildren().add(canvas);
        setId("time-strip");
        getStyleClass().addAll("time-strip", "focus-ring");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleHelp("Left and right move through time, Home shows all times");
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        Tooltip.install(this, new Tooltip("The matrix at one t, or at all"));
        time.subscribe(this::changed);
        look.subscribe(this::requestLayout);
        setOnMousePressed(this::pointed);
        setOnMouseDragged(this::pointed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The chosen t; absent for all. */
    ObjectProperty<OptionalInt> timeProperty() {
        return time;
    }

    /** Offers 1 … {@code lastTime}. */
    void show(int lastTime) {
        last = Math.max(0, lastTime);
        if (time.get().isPresent() && time.get().getAsInt() > last) {
            time.set(last == 0 ? OptionalInt.empty() : OptionalInt.of(last));
        }
        requestLayout();
    }

    private void changed() {
        setAccessibleText(time.get().isPresent() ? "Matrix at t = " + time.get().getAsInt() : "Matrix at all times");
        requestLayout();
    }

    private double scale() {
        return look.getValue().scale();
    }

    private double head() {
        return 44 * scale();
    }

    private double pitch() {
        return Math.min(WIDEST * scale(), Math.max(1, (getWidth() - head()) / Math.max(1, last)));
    }

    private void pointed(MouseEvent event) {
        requestFocus();
        int at = (int) Math.floor((event.getX() - head()) / pitch()) + 1;
        time.set(at < 1 || last == 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(last, at)));
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        int now = time.get().orElse(0);
        switch (event.getCode()) {
            case LEFT, DOWN -> go(now - 1);
            case RIGHT, UP -> go(now + 1);
            case HOME -> go(0);
            case END -> go(last);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int to) {
        int kept = Math.max(0, Math.min(last, to));
        time.set(kept == 0 ? OptionalInt.empty() : OptionalInt.of(kept));
    }

    @Override
    protected double computePrefWidth(double height) {
        return head() + Math.min(last * WIDEST, 240) * scale();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 24 * scale();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        CanvasSurface surface = new CanvasSurface(context);
        DrawingStyle style = new DrawingStyle(look.getValue());
        boolean all = time.get().isEmpty();
        box(surface, style, new Box(0, 1, head() - 4, getHeight() - 2), "All t", all);
        for (int t = 1; t <= last; t++) {
            box(surface, style, slot(t), "", isChosen(t));
        }
        int stride = pitch() >= 20 * scale() ? 1 : 5 * (int) Math.ceil(4 * scale() / pitch());
        for (int t = stride; t <= last; t += stride) {
            text(surface, style, slot(t), String.valueOf(t), isChosen(t));
        }
    }

    private boolean isChosen(int t) {
        return time.get().isPresent() && time.get().getAsInt() == t;
    }

    private Box slot(int t) {
        double gap = pitch() >= 8 ? 1 : 0;
        return new Box(head() + (t - 1) * pitch(), 1, pitch() - gap, getHeight() - 2);
    }

    private static void box(Surface surface, DrawingStyle style, Box box, String words, boolean chosen) {
        surface.fill(box, Math.min(4, box.width() / 3), style.color(chosen ? Token.CONTROL : Token.INSET));
        text(surface, style, box, words, chosen);
    }

    private static void text(Surface surface, DrawingStyle style, Box box, String words, boolean chosen) {
        surface.text(
                words,
                box.centerX(),
                box.centerY(),
                Surface.Align.CENTER,
                style.text(
                        chosen ? Token.ON_CONTROL : Token.TEXT,
                        12,
                        chosen ? TextStyle.Weight.SEMI_BOLD : TextStyle.Weight.REGULAR,
                        1));
    }
}
