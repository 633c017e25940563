package org.unfoldlab.viz.equivalence;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/**
 * A network folded at the left, its light going round, and unfolded at the right, its copies filling up step by step.
 * Clicking chooses a copy, a step or a state; Left and Right go through the copies of a row, Up and Down through rows.
 */
public final class BenchView extends Region {
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final ObjectProperty<DrawnNetwork> network;
    private final ObjectProperty<BenchFigures> figures = new SimpleObjectProperty<>(this, "figures", BenchFigures.NONE);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final DoubleProperty light = new SimpleDoubleProperty(this, "light", -1);
    private final StringProperty layers = new SimpleStringProperty(this, "layers", "each copy its own storage");
    private BenchLayout layout;

    public BenchView(DrawnNetwork shown) {
        network = new SimpleObjectProperty<>(this, "network", shown);
        layout = new BenchLayout(shown, 980, 340, Look.DEFAULT, -1);
        getChildren().add(canvas);
        getStyleClass().addAll("bench-view", "focus-ring");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        network.subscribe(this::requestLayout);
        figures.subscribe(this::requestLayout);
        selection.subscribe(this::requestLayout);
        light.subscribe(this::requestLayout);
        layers.subscribe(this::requestLayout);
        look.subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            selection.set(Selection.of(layout.at(event.getX(), event.getY())));
        });
        addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> setCursor(layout.at(event.getX(), event.getY()).isPresent() ? Cursor.HAND : Cursor.DEFAULT));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    public ObjectProperty<DrawnNetwork> networkProperty() {
        return network;
    }

    /** What is known of the states. */
    public ObjectProperty<BenchFigures> figuresProperty() {
        return figures;
    }

    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** Where the light stands: t, with the part of the way to t + 1; −1 puts it out and shows all. */
    public DoubleProperty lightProperty() {
        return light;
    }

    /** What is said of the unfolded side, e.g. {@code 15 layers, each copy its own storage}. */
    public StringProperty layersProperty() {
        return layers;
    }

    /** The middle of a copy's box within this node, for tests; absent where there is none. */
    public Optional<double[]> place(StateAt at) {
        return Optional.ofNullable(layout.boxes().get(at)).map(box -> new double[] {box.centerX(), box.centerY()});
    }

    private void keyPressed(KeyEvent event) {
        if (event.getTarget() != this || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int up = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (right != 0 || up != 0) {
            step(right, up);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            selection.set(Selection.NONE);
        }
    }

    /** The nearest copy in that direction. */
    private void step(int right, int up) {
        Optional<StateAt> from = selection
                .get()
                .single()
                .filter(Item.OfStateAt.class::isInstance)
                .map(item -> ((Item.OfStateAt) item).at())
                .filter(layout.boxes()::containsKey);
        Optional<StateAt> to = from.isEmpty()
                ? layout.boxes().keySet().stream().filter(layout::isUsed).findFirst()
                : nearest(from.get(), right, up);
        to.ifPresent(at -> selection.set(Selection.of(new Item.OfStateAt(at))));
    }

    private Optional<StateAt> nearest(StateAt from, int right, int up) {
        StateAt best = null;
        double least = Double.POSITIVE_INFINITY;
        double[] here = place(from).orElseThrow();
        for (StateAt at : layout.boxes().keySet()) {
            double[] there = place(at).orElseThrow();
            double along = right * (there[0] - here[0]) - up * (there[1] - here[1]);
            double aside = Math.abs(up * (there[0] - here[0])) + Math.abs(right * (there[1] - here[1]));
            if (layout.isUsed(at) && along > 1 && along + 3 * aside < least) {
                least = along + 3 * aside;
                best = at;
            }
        }
        return Optional.ofNullable(best);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 980;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = Math.max(1, network.get().document().states().size());
        return (54 + 78 * Math.max(2, rows)) * look.getValue().scale();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 480;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 150;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        layout = new BenchLayout(network.get(), width, height, look.getValue(), seen());
        new BenchPainter(
                        new CanvasSurface(canvas.getGraphicsContext2D()),
                        new DrawingStyle(look.getValue()),
                        network.get(),
                        figures.get(),
                        selection.get(),
                        light.get())
                .paint(layout, layers.get());
        setAccessibleText(words());
    }

    /** The time that must be seen: the light's, else the chosen copy's. */
    private double seen() {
        return light.get() >= 0
                ? light.get()
                : selection
                        .get()
                        .single()
                        .filter(Item.OfStateAt.class::isInstance)
                        .map(item -> (double) ((Item.OfStateAt) item).at().time())
                        .orElse(0.0);
    }

    private String words() {
        BenchFigures now = figures.get();
        long beyond = now.states().values().stream()
                .filter(difference -> !difference.within(now.bound()))
                .count();
        return "Folded and unfolded network. "
                + (now.isEmpty()
                        ? "Not checked yet."
                        : now.states().size() + " states compared, " + beyond + " beyond the bound.");
    }
}
