package org.unfoldlab.viz.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.viz.graph.Brush;
import org.unfoldlab.viz.graph.BrushStroke;
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
    /** Between the tools and the legend, in px. */
    private static final double LEGEND_GAP = 20;

    private static final double NARROWEST_STRIP = 80;
    /** Height of the paints, in px. */
    private static final double TOOLS = 36;

    private final Canvas canvas = new Canvas();
    private final List<MatrixCell> cells = new ArrayList<>();
    private final CellEditor editor = new CellEditor(this);
    private final ObjectProperty<DrawnNetwork> network;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final ObjectProperty<Selection> hovered = new SimpleObjectProperty<>(this, "hovered", Selection.NONE);
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final ObjectProperty<Brush> brush = new SimpleObjectProperty<>(this, "brush", new Brush.Off());
    private final TimeStrip times = new TimeStrip();
    private final ToggleButton paint = new ToggleButton("Paint weights");
    private final PaintBar paints = new PaintBar(this, brush);
    private Consumer<ProposedEdit> onEdit = edit -> {};
    private Runnable onExport = () -> {};
    private Runnable onGestureEnd = () -> {};
    private MatrixShape shape;

    /** A matrix that shows a network. */
    public MatrixView(DrawnNetwork shown) {
        network = new SimpleObjectProperty<>(this, "network", shown);
        shape = MatrixLayout.of(shown, 1018, 210, Look.DEFAULT);
        getStyleClass().add("matrix-view");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText("Transitions, from row to column");
        canvas.setMouseTransparent(true);
        paint.setId("paint-weights");
        paint.getStyleClass().add("small");
        paint.setTooltip(new Tooltip("Tie and untie weights  G"));
        paint.setOnAction(event -> brush.set(paint.isSelected() ? new Brush.Waiting() : new Brush.Off()));
        getChildren().addAll(canvas, times, paint, paints, editor);
        network.subscribe(this::networkChanged);
        brush.subscribe(this::brushChanged);
        times.timeProperty().subscribe(this::cut);
        selection.subscribe(this::chosen);
        hovered.subscribe(this::requestLayout);
        look.subscribe(this::requestLayout);
        networkChanged();
        brushChanged();
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

    /** Called when the matrix is to be exported. */
    public void setOnExport(Runnable listener) {
        onExport = listener;
    }

    /** The menu of a cell, and at its end the export of the whole matrix. */
    ContextMenu withExport(ContextMenu menu) {
        MenuItem export = new MenuItem("Export matrix…");
        export.setOnAction(event -> onExport.run());
        menu.getItems().addAll(new SeparatorMenuItem(), export);
        return menu;
    }

    /** Called when a drag or a stroke ends: the next edit is a step of undo of its own. */
    public void setOnGestureEnd(Runnable listener) {
        onGestureEnd = listener;
    }

    /** What strokes over cells do. */
    public ObjectProperty<Brush> brushProperty() {
        return brush;
    }

    /** The t at which the matrix is cut; absent while all are shown. */
    public ObjectProperty<OptionalInt> timeProperty() {
        return times.timeProperty();
    }

    OptionalInt shownTime() {
        return times.timeProperty().get();
    }

    void propose(ProposedEdit edit) {
        onEdit.accept(edit);
    }

    void endGesture() {
        onGestureEnd.run();
    }

    /** The steps of the focused cell; none while the focus is elsewhere. */
    public List<Step> focusedSteps() {
        return cells.stream()
                .filter(cell -> getScene() != null && getScene().getFocusOwner() == cell)
                .findFirst()
                .map(MatrixCell::steps)
                .orElse(List.of());
    }

    private void brushChanged() {
        boolean on = brush.get().isOn();
        paint.setSelected(on);
        paints.setVisible(on);
        paints.show();
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private void chosen() {
        cells.stream().filter(MatrixCell::hasTurns).forEach(cell -> cell.show(network.get()));
        requestLayout();
    }

    private void cut() {
        cells.forEach(cell -> cell.show(network.get()));
        requestLayout();
    }

    /** The transition that is drawn there. */
    Optional<Transition> transitionAt(double x, double y) {
        Optional<MatrixShape.Cell> cell = shape.at(x, y);
        return shownTime().isPresent()
                ? cell.flatMap(held -> meant(held.transitions()))
                : cell.flatMap(held -> held.lineAt(y)).map(MatrixShape.Line::transition);
    }

    /** Of the transitions of one cell the chosen one, else the one that is active at the shown t, else the first. */
    Optional<Transition> meant(List<Transition> turns) {
        return CellTurns.meant(network.get(), turns, selection.get(), shownTime());
    }

    /** The step whose slot lies there. */
    Optional<Step> barStep(double x, double y) {
        Optional<MatrixShape.Line> line = shape.at(x, y).flatMap(cell -> cell.lineAt(y));
        if (shownTime().isPresent() || line.isEmpty() || !line.get().bar().contains(x, y)) {
            return Optional.empty();
        }
        OptionalInt at = line.get().bar().timeAt(x);
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(line.get().transition().id(), at.getAsInt()));
    }

    /** A stroke of the brush: begun on a bar it paints single steps, else whole cells. */
    BrushStroke stroke(double x, double y) {
        boolean slots = barStep(x, y).isPresent();
        return new BrushStroke(
                brush.get(),
                this::propose,
                (px, py) -> slots ? barStep(px, py).stream().toList() : cellSteps(px, py),
                x,
                y);
    }

    private List<Step> cellSteps(double x, double y) {
        return transitionAt(x, y).map(this::steps).orElse(List.of());
    }

    /** What painting a transition paints: all its steps, or the one at the shown t. */
    List<Step> steps(Transition transition) {
        return shownTime().isPresent()
                ? List.of(new Step(transition.id(), shownTime().getAsInt()))
                : SharingEdits.steps(network.get().document(), transition);
    }

    /**
     * Opens the line editor of a cell.
     *
     * @param start what was typed already; empty to edit what the cell holds
     */
    public void edit(String from, String to, String start) {
        shape.cell(from, to).ifPresent(cell -> editor.open(cell, start));
    }

    /** Opens the line editor of a cell to write one more transition. */
    void editAnother(String from, String to) {
        shape.cell(from, to).ifPresent(editor::openForAnother);
    }

    /** Adds a transition to those of a pair; where no step is left, the line says so and can be edited. */
    void addAnother(String from, String to) {
        NetworkDocument now = network.get().document();
        Optional<String> problem = TurnEdits.problem(now, from, to);
        if (problem.isPresent()) {
            edit(from, to, "");
            editor.complain(problem.get());
        } else {
            String id = TurnEdits.freeId(now, from, to);
            propose(ProposedEdit.once("Add " + id, document -> TurnEdits.add(document, from, to)));
            choose(new Item.OfTransition(id));
        }
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
        times.show(network.get().readoutTime() - 1);
        times.setVisible(wanted > 0);
        paint.setVisible(wanted > 0);
        cells.forEach(cell -> cell.show(network.get()));
        paints.show();
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
        return MatrixLayout.preferredHeight(network.get().document(), at, look.getValue(), toolsHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 480;
    }

    @Override
    protected double computeMinHeight(double width) {
        return MatrixLayout.leastHeight(network.get().document(), look.getValue(), toolsHeight());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        shape = MatrixLayout.of(
                network.get(), selection.get(), getWidth(), getHeight(), look.getValue(), toolsHeight());
        editor.keepUp(shape);
        for (int i = 0; i < Math.min(cells.size(), shape.cells().size()); i++) {
            Box box = shape.cells().get(i).box();
            cells.get(i).resizeRelocate(box.x(), box.y(), box.width(), box.height());
        }
        editor.follow(shape);
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        DrawingStyle style = new DrawingStyle(look.getValue());
        MatrixPainter painter = new MatrixPainter(
                new CanvasSurface(context), style, network.get(), selection.get(), hovered.get(), shownTime());
        if (!cells.isEmpty()) {
            painter.paint(shape, placeTools(painter.titleEnd(shape), painter.legendWidth()));
        }
    }

    private double toolsHeight() {
        return brush.get().isOn() ? TOOLS * look.getValue().scale() : 0;
    }

    /** Puts the time strip and the paints in their places, clear of the legend; gives their right end. */
    private double placeTools(double left, double legend) {
        double scale = look.getValue().scale();
        double y = MatrixLayout.titleY(look.getValue());
        double button = paint.prefWidth(-1);
        double room = shape.right() - legend - LEGEND_GAP - left - 20 - 12 - button;
        double strip = Math.min(times.prefWidth(-1), Math.max(NARROWEST_STRIP, room));
        times.resizeRelocate(left + 20, y - 12 * scale, strip, 24 * scale);
        double x = left + 20 + strip + 12;
        paint.resizeRelocate(x, y - 14 * scale, button, 28 * scale);
        paints.resizeRelocate(shape.titleX(), y + 20 * scale, shape.right() - shape.titleX(), 28 * scale);
        return x + button;
    }

    Optional<MatrixShape.Cell> cellShape(int row, int column) {
        int index = row * network.get().document().states().size() + column;
        return index < shape.cells().size() ? Optional.of(shape.cells().get(index)) : Optional.empty();
    }
}
