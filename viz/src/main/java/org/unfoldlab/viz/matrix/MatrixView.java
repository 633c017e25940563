package org.unfoldlab.viz.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/**
 * The transition matrix, the road to the graph for keyboard and screen reader. One picture, and over it a node for each
 * cell that can be focused, named and edited.
 */
public final class MatrixView extends Region {
    private final Canvas canvas = new Canvas();
    private final List<MatrixCell> cells = new ArrayList<>();
    private final CellEditor editor = new CellEditor(this);
    private final ObjectProperty<DrawnNetwork> network;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final ObjectProperty<Selection> hovered = new SimpleObjectProperty<>(this, "hovered", Selection.NONE);
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private Consumer<ProposedEdit> onEdit = edit -> {};
    private MatrixShape shape;

    /** A matrix that shows a network. */
    public MatrixView(DrawnNetwork shown) {
        network = new SimpleObjectProperty<>(this, "network", shown);
        shape = MatrixLayout.of(shown, 1018, 210, Look.DEFAULT);
        getStyleClass().add("matrix-view");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText("Transitions, from row to column");
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, editor);
        network.subscribe(this::networkChanged);
        selection.subscribe(this::requestLayout);
        hovered.subscribe(this::requestLayout);
        look.subscribe(this::requestLayout);
    }

    /** What is drawn. */
    public ObjectProperty<DrawnNetwork> networkProperty() {
        return network;
    }

    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** What the pointer is over; shown at half strength. */
    public ObjectProperty<Selection> hoveredProperty() {
        return hovered;
    }

    /** Called with each edit that the user asks for. */
    public void setOnEdit(Consumer<ProposedEdit> listener) {
        onEdit = listener;
    }

    void propose(ProposedEdit edit) {
        onEdit.accept(edit);
    }

    /** Opens the line editor of a cell. */
    public void edit(String from, String to) {
        shape.cell(from, to).ifPresent(editor::open);
    }

    private void networkChanged() {
        int wanted = network.get().document().states().size();
        if (cells.size() != wanted * wanted) {
            getChildren().removeAll(cells);
            cells.clear();
            for (int i = 0; i < wanted * wanted; i++) {
                cells.add(new MatrixCell(this, i / Math.max(1, wanted), i % Math.max(1, wanted)));
            }
            getChildren().addAll(1, cells);
        }
        cells.forEach(cell -> cell.show(network.get()));
        editor.close();
        requestLayout();
    }

    /** Moves the focus to another cell; rows and columns beyond the edge are the last ones. */
    void focus(int row, int column) {
        int count = network.get().document().states().size();
        int index = clamp(row, count) * count + clamp(column, count);
        if (index >= 0 && index < cells.size()) {
            cells.get(index).requestFocus();
        }
    }

    /** Puts the focus on the cell of a pair of states. */
    public void focusCell(String from, String to) {
        List<String> names =
                network.get().document().states().stream().map(State::name).toList();
        focus(names.indexOf(from), names.indexOf(to));
    }

    private static int clamp(int value, int count) {
        return Math.max(0, Math.min(count - 1, value));
    }

    /** One stop of Tab for the whole matrix: the cell that was focused last. */
    void roving(MatrixCell focused) {
        cells.forEach(cell -> cell.setFocusTraversable(cell == focused));
    }

    void choose(Item item) {
        selection.set(Selection.of(item));
    }

    MatrixShape shape() {
        return shape;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1018;
    }

    @Override
    protected double computePrefHeight(double width) {
        double at = width > 0 ? width : 1018;
        return MatrixLayout.preferredHeight(network.get().document().states().size(), at, look.getValue());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 480;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        shape = MatrixLayout.of(network.get(), getWidth(), getHeight(), look.getValue());
        for (int i = 0; i < Math.min(cells.size(), shape.cells().size()); i++) {
            Box box = shape.cells().get(i).box();
            cells.get(i).resizeRelocate(box.x(), box.y(), box.width(), box.height());
        }
        editor.follow(shape);
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        DrawingStyle style = new DrawingStyle(look.getValue());
        new MatrixPainter(new CanvasSurface(context), style, network.get(), selection.get(), hovered.get())
                .paint(shape);
    }

    Optional<MatrixShape.Cell> cellShape(int row, int column) {
        int index = row * network.get().document().states().size() + column;
        return index < shape.cells().size() ? Optional.of(shape.cells().get(index)) : Optional.empty();
    }
}
