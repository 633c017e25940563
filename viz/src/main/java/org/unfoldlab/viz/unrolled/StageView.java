package org.unfoldlab.viz.unrolled;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.viz.graph.Brush;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GraphCommands;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.graph.VentralStream;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/**
 * The stage: the folded graph as the head of the lanes, the unrolled network beside it, the ledger under both, on one
 * time axis. Shows a {@link DrawnNetwork}; proposes readout times and selections; knows no run.
 */
public final class StageView extends Region {
    /** Longest readout time that the flag can be dragged to, unless T is longer already. */
    static final int LONGEST = 100;

    /** More new columns than this are a jump, not a slide. */
    private static final int MOST_SLIDING = 5;

    private final Canvas canvas = new Canvas();
    private final FoldControl control = new FoldControl(() -> foldTo(0), () -> foldTo(1));
    private final DoubleProperty fold = control.value();
    private final FoldMotion motion = new FoldMotion(fold, this::picture);
    private final TimeView times = new TimeView();
    private final ObjectProperty<DrawnNetwork> network;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final ObjectProperty<Selection> hovered = new SimpleObjectProperty<>(this, "hovered", Selection.NONE);
    private final ObjectProperty<ReadoutErrors> errors = new SimpleObjectProperty<>(this, "errors", ReadoutErrors.NONE);
    private final ObjectProperty<Brush> brush = new SimpleObjectProperty<>(this, "brush", new Brush.Off());
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final StageBoard board = new StageBoard(this);
    private final ColumnSlide slide = new ColumnSlide(this::requestLayout);
    private final StageKeys keys = new StageKeys(this);
    private final GraphCommands commands;
    private final NameEditor names;
    private final EmptyBoard empty;
    private final Offer hint = new Offer();
    private final BoardTools tools;
    private boolean letters = true;
    private IntConsumer onReadoutTime = time -> {};
    private Consumer<ProposedEdit> onEdit = edit -> {};
    private Runnable onGestureEnd = () -> {};
    private Runnable onExport = () -> {};
    private StageOverlay overlay = StageOverlay.NONE;
    private StageLayout layout;
    private StageFrame frame;

    /** A stage that shows a network, unfolded. */
    public StageView(DrawnNetwork shown) {
        network = new SimpleObjectProperty<>(this, "network", shown);
        layout = StageLayout.of(shown, 1018, 473, Look.DEFAULT);
        frame = layout.at(1, 0);
        getStyleClass().add("stage-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        commands = new GraphCommands(
                network::get, selection::get, board::places, selection::set, edit -> onEdit.accept(edit));
        names = new NameEditor(
                () -> network.get().document(), (from, to) -> commands.rename(from, to), this::requestFocus);
        empty = new EmptyBoard(() -> commands.addState(Optional.empty()));
        tools = new BoardTools(this);
        getChildren().addAll(canvas, motion.leaving(), control, empty, hint, tools, names);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        network.subscribe((before, now) -> networkChanged(before, now));
        fold.subscribe(this::requestLayout);
        control.setOnTaken(this::stopFolding);
        selection.subscribe(this::requestLayout);
        hovered.subscribe(this::requestLayout);
        errors.subscribe(this::requestLayout);
        look.subscribe(this::requestLayout);
        brush.subscribe(now -> announce(now.isOn() ? now.words() : ""));
        new StageGestures(this, canvas).install();
        networkChanged(shown, shown);
    }

    /** What is drawn. */
    public ObjectProperty<DrawnNetwork> networkProperty() {
        return network;
    }

    /** 0 folded, 1 unfolded. */
    public DoubleProperty foldProperty() {
        return fold;
    }

    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** What the pointer is over; shown at half strength. */
    public ObjectProperty<Selection> hoveredProperty() {
        return hovered;
    }

    /** What strokes over steps and edges do. */
    public ObjectProperty<Brush> brushProperty() {
        return brush;
    }

    /** The test errors in the ledger. */
    public ObjectProperty<ReadoutErrors> errorsProperty() {
        return errors;
    }

    /** True replaces the unfolding by a cross-fade. */
    public BooleanProperty reducedMotionProperty() {
        return motion.reducedProperty();
    }

    /** Called with the new T while the flag is dragged. */
    public void setOnReadoutTime(IntConsumer listener) {
        onReadoutTime = listener;
    }

    /** Called with each edit that the user asks for. */
    public void setOnEdit(Consumer<ProposedEdit> listener) {
        onEdit = listener;
    }

    /** Called when a drag ends: the next edit is a step of undo of its own. */
    public void setOnGestureEnd(Runnable listener) {
        onGestureEnd = listener;
    }

    /** Called when the drawing is to be exported. */
    public void setOnExport(Runnable listener) {
        onExport = listener;
    }

    void export() {
        onExport.run();
    }

    /** Called when an empty board is to be filled from the gallery. */
    public void setOnStartFromNetwork(Runnable listener) {
        empty.offerStart(listener);
    }

    /** What can be done to the graph, for menus of the window. */
    public GraphCommands commands() {
        return commands;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getTarget() != this) {
            return;
        }
        keys.pressed(event);
    }

    void propose(ProposedEdit edit) {
        onEdit.accept(edit);
    }

    void endGesture() {
        onGestureEnd.run();
    }

    /** True while states stand in their free places and can be moved. */
    boolean isFree() {
        return fold.get() < 0.05 || isEmpty();
    }

    private boolean isEmpty() {
        return network.get().document().states().isEmpty();
    }

    StageFrame frame() {
        return frame;
    }

    StageBoard board() {
        return board;
    }

    void showOverlay(StageOverlay shown) {
        if (!shown.equals(overlay)) {
            overlay = shown;
            requestLayout();
        }
    }

    /** A line about what happens next, at the upper edge. */
    void announce(String words) {
        hint.say(words);
        requestLayout();
    }

    /** Connects two states; where they are connected already, that transition is chosen and the way to a second one told. */
    void connect(String from, String to) {
        boolean there = commands.areConnected(from, to);
        commands.connect(from, to);
        announce(there ? from + " → " + to + " is there. A adds another transition, for other steps." : "");
    }

    /** Adds another transition beside the chosen one, or says why there is none. */
    void addAnother() {
        announce(commands.addAnother().orElse(""));
    }

    /** Deletes what is chosen, and offers to join what is cut by it. */
    void delete(boolean reconnect) {
        Set<String> gone = commands.chosenStates();
        commands.delete(reconnect)
                .ifPresent(join -> hint.make("Deleted " + String.join(", ", gone) + ".", "Reconnect around it", join));
        requestLayout();
    }

    /** Shows or hides the letters of the weights. */
    public void toggleLetters() {
        letters = !letters;
        requestLayout();
    }

    /** Opens the name of a state for editing. */
    void rename(String state) {
        names.open(state);
        requestLayout();
    }

    void proposeReadoutTime(int time) {
        if (time != network.get().readoutTime()) {
            onReadoutTime.accept(time);
        }
    }

    /** Folds when unfolded, and the other way round; while running, turns back. */
    public void toggleFold() {
        motion.toggle();
    }

    /** Runs to that pose from wherever it is, 900 ms for the whole way. */
    public void foldTo(double target) {
        motion.to(target);
    }

    /** Stops unfolding where it is. */
    public void stopFolding() {
        motion.stop();
    }

    /** How fast it folds and unfolds: 1 as users see it. */
    void setFoldRate(double rate) {
        motion.setRate(rate);
    }

    private Image picture() {
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, canvas.getWidth(), canvas.getHeight()));
        whole.setFill(look.getValue().tokens().background());
        return canvas.snapshot(whole, null);
    }

    private void networkChanged(DrawnNetwork before, DrawnNetwork now) {
        setAccessibleText(StageWords.summary(now));
        if (before.readoutTime() != now.readoutTime()) {
            times.toEnd();
            slide(before, now);
        }
        if (isAnother(before.document(), now.document())) {
            board.reset();
            times.fit();
            if (before.document().states().isEmpty()) {
                fold.set(1);
            }
        }
        if (isEmpty()) {
            stopFolding();
            fold.set(0);
        }
        empty.setVisible(isEmpty());
        control.setVisible(!isEmpty());
        requestLayout();
    }

    /** New columns slide in where a network that is seen unfolded grows in time. */
    private void slide(DrawnNetwork before, DrawnNetwork now) {
        int more = now.readoutTime() - before.readoutTime();
        boolean grows = more > 0 && more <= MOST_SLIDING && !isAnother(before.document(), now.document());
        if (grows && fold.get() == 1 && !motion.reducedProperty().get()) {
            slide.grow(before.readoutTime());
        } else {
            slide.stop();
        }
    }

    /** True when more than one state came or went: another network was opened. */
    private static boolean isAnother(NetworkDocument before, NetworkDocument now) {
        long gone = before.states().stream()
                .filter(state -> now.state(state.name()).isEmpty())
                .count();
        long come = now.states().stream()
                .filter(state -> before.state(state.name()).isEmpty())
                .count();
        return gone > 1 || come > 1;
    }

    void scrollBy(double distance) {
        times.scrollBy(distance);
        requestLayout();
    }

    /** Zooms the graph where it is free, else time, around a point. */
    void zoom(double factor, double x, double y) {
        if (isFree()) {
            board.zoom(factor, x, y);
        } else {
            times.zoomBy(factor, x, layout.metrics());
            requestLayout();
        }
    }

    /** Zooms around the middle of what is seen. */
    void zoomAround(double factor) {
        Box seen = frame.board();
        zoom(factor, seen.centerX(), seen.centerY());
    }

    /** Shows all of the graph, or of time. */
    void fit() {
        times.fit();
        board.fit();
    }

    Optional<Item> itemAt(double x, double y) {
        return frame.at(x, y);
    }

    StageLayout stageLayout() {
        return layout;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1018;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 473;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 480;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.max(300, StageMetrics.leastHeight(rows(), look.getValue()));
    }

    /** Height in px from which on rows are seen apart. */
    public double easyHeight() {
        return Math.max(300, StageMetrics.easyHeight(rows(), look.getValue()));
    }

    private int rows() {
        return network.get().document().states().size();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        layout = StageLayout.of(
                network.get(),
                width,
                height,
                look.getValue(),
                times.zoom(),
                board.view(),
                board.isVentral() ? VentralStream.extent() : List.of());
        times.keepWithin(layout.scrollRange());
        frame = layout.at(fold.get(), times.scroll(), slide.columns());
        double scale = look.getValue().scale();
        double left = Math.max(8, layout.metrics().cardLeft() - 8);
        double widest =
                frame.readout().map(readout -> readout.flag().x() - 12 - left).orElse(width - left);
        control.resizeRelocate(left, 2 * scale, Math.max(180 * scale, Math.min(420 * scale, widest)), 32 * scale);
        empty.resizeRelocate(0, 0, width, height);
        placeTools(left, width, scale);
        placeNameEditor();
        paint(width, height);
    }

    /** The palette at the right; the line of words between it, or the flag, and the fold slider. */
    private void placeTools(double left, double width, double scale) {
        boolean free = isFree() && !isEmpty();
        double toolsWidth = tools.prefWidth(-1);
        tools.setVisible(free);
        tools.resizeRelocate(width - toolsWidth - 16, 4 * scale, toolsWidth, 28 * scale);
        double begin = control.isVisible() ? left + control.getWidth() + 24 : left;
        double end = free ? width - toolsWidth - 32 : width - 16;
        if (frame.readout().isPresent() && frame.readout().get().flag().y() < 36 * scale) {
            double flag = frame.readout().get().flag().x();
            double after = frame.readout().get().flag().right() + 16;
            boolean right = width - after > flag - begin;
            begin = right ? Math.max(begin, after) : begin;
            end = right ? end : Math.min(end, flag - 12);
        }
        hint.resizeRelocate(begin, 4 * scale, Math.max(0, end - begin), 28 * scale);
    }

    private void placeNameEditor() {
        frame.graph().card(names.name()).ifPresent(card -> {
            double width = Math.max(140, card.box().width());
            double y = card.box().centerY() - 18;
            names.resizeRelocate(card.box().x(), y, width, names.prefHeight(width));
        });
    }

    private void paint(double width, double height) {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, width, height);
        CanvasSurface surface = new CanvasSurface(context);
        DrawingStyle style = new DrawingStyle(look.getValue());
        OverlayPainter above = new OverlayPainter(surface, style);
        double free = 1 - fold.get() / 0.15;
        above.board(frame.board(), layout.placement().fit(), free);
        if (board.isVentral() && free > 0) {
            VentralStream.paint(surface, style, layout.placement().fit(), free);
        }
        new StagePainter(surface, style, network.get(), layout.metrics(), selection.get(), hovered.get(), letters)
                .paint(frame, errors.get(), layout.lanesClip(fold.get()));
        above.paint(overlay);
        board.map().ifPresent(map -> map.paint(surface, style));
    }
}
