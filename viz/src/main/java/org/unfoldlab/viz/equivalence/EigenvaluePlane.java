package org.unfoldlab.viz.equivalence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.unfoldlab.model.equivalence.linear.Eigenvalue;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/**
 * Eigenvalues on the complex plane with the unit circle, on which a mode persists. Few can be dragged, or moved with the
 * arrows once chosen with Tab or a click; many are only shown.
 */
public final class EigenvaluePlane extends Region {
    private static final double GRAB = 16;
    private static final double NUDGE = 0.01;
    /** Nearer to the real line than this, a dragged eigenvalue lies on it. */
    private static final double SNAP = 0.04;

    private final Canvas canvas = new Canvas();
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final ObjectProperty<List<Eigenvalue>> values = new SimpleObjectProperty<>(this, "values", List.of());
    private BiConsumer<Integer, Eigenvalue> onMoved = (index, to) -> {};
    private Runnable onGrabbed = () -> {};
    private boolean movable = true;
    private int chosen;
    private boolean dragging;

    public EigenvaluePlane() {
        getChildren().add(canvas);
        getStyleClass().add("focus-ring");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        values.subscribe(this::requestLayout);
        look.subscribe(this::requestLayout);
        focusedProperty().subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> setCursor(nearest(event.getX(), event.getY()) >= 0 ? Cursor.HAND : Cursor.DEFAULT));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** Eigenvalues of K+I. */
    public ObjectProperty<List<Eigenvalue>> valuesProperty() {
        return values;
    }

    /** False for many that are only shown. */
    public void setMovable(boolean may) {
        movable = may;
        requestLayout();
    }

    /** Told which eigenvalue is wanted where. */
    public void setOnMoved(BiConsumer<Integer, Eigenvalue> action) {
        onMoved = action;
    }

    /** Told when a drag begins: what is moved from then on starts from here. */
    public void setOnGrabbed(Runnable action) {
        onGrabbed = action;
    }

    /** Where an eigenvalue lies within this node, in px. */
    public double[] place(Eigenvalue value) {
        return painter().place(value);
    }

    private PlanePainter painter() {
        return new PlanePainter(
                new CanvasSurface(canvas.getGraphicsContext2D()),
                new DrawingStyle(look.getValue()),
                getWidth(),
                getHeight());
    }

    private int nearest(double x, double y) {
        if (!movable) {
            return -1;
        }
        int best = -1;
        double least = GRAB;
        for (int i = 0; i < values.get().size(); i++) {
            double[] place = place(values.get().get(i));
            double distance = Math.hypot(place[0] - x, place[1] - y);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int hit = nearest(event.getX(), event.getY());
        dragging = hit >= 0;
        if (dragging) {
            chosen = hit;
            onGrabbed.run();
            requestLayout();
        }
    }

    private void dragged(MouseEvent event) {
        if (dragging) {
            Eigenvalue to = painter().value(event.getX(), event.getY());
            boolean onLine = Math.abs(to.imaginary()) < SNAP;
            onMoved.accept(chosen, onLine ? new Eigenvalue(to.real(), 0) : to);
        }
    }

    private void released(MouseEvent event) {
        if (dragging) {
            dragging = false;
            chosen = closest(painter().value(event.getX(), event.getY()));
            requestLayout();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (!movable || values.get().isEmpty() || event.isShortcutDown()) {
            return;
        }
        int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int up = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (event.getCode() == KeyCode.N) {
            chosen = (chosen + 1) % values.get().size();
            requestLayout();
            event.consume();
        } else if (right != 0 || up != 0) {
            nudge(right * NUDGE, up * NUDGE);
            event.consume();
        }
    }

    /** Moves the chosen eigenvalue, which may then stand elsewhere in the list, and keeps it chosen. */
    private void nudge(double right, double up) {
        chosen = Math.min(chosen, values.get().size() - 1);
        Eigenvalue from = values.get().get(chosen);
        Eigenvalue to = new Eigenvalue(from.real() + right, from.imaginary() + up);
        onGrabbed.run();
        onMoved.accept(chosen, to);
        chosen = closest(to);
        requestLayout();
    }

    private int closest(Eigenvalue to) {
        return IntStream.range(0, values.get().size())
                .boxed()
                .min(Comparator.comparingDouble(i -> distance(values.get().get(i), to)))
                .orElse(0);
    }

    private static double distance(Eigenvalue a, Eigenvalue b) {
        return Math.hypot(a.real() - b.real(), a.imaginary() - b.imaginary());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 320;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 200;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        painter().paint(values.get(), movable, isFocused() && movable ? chosen : -1);
        setAccessibleText(words());
    }

    private String words() {
        if (!movable) {
            return values.get().size() + " eigenvalues of K plus identity";
        }
        StringBuilder text = new StringBuilder("Eigenvalues of K plus identity:");
        for (Eigenvalue value : values.get()) {
            text.append(String.format(
                    Locale.ROOT,
                    " %.2f%+.2fi, %s;",
                    value.real(),
                    value.imaginary(),
                    value.fate().word()));
        }
        return text + " arrows move the chosen one, N chooses the next";
    }
}
