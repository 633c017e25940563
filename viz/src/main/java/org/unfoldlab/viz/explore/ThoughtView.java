package org.unfoldlab.viz.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/**
 * Shows a {@link ThoughtScene}: lanes of feature maps over a table of probabilities. Click a map or the name of a state
 * to choose it; arrow keys move between maps; Left and Right without a chosen map step t. Where it is wider than what is
 * seen of it, the names of its rows stay at the left edge of what is seen.
 */
public final class ThoughtView extends Region {
    /** Room for names and heading in any text size, in px. */
    private static final double WIDEST_NAMES = 1400;

    private final Canvas canvas = new Canvas();
    private final Canvas names = new Canvas();
    private final Surface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final Surface nameSurface = new CanvasSurface(names.getGraphicsContext2D());
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final Tooltip tip = new Tooltip();
    private final DoubleProperty seenFrom = new SimpleDoubleProperty(this, "seenFrom");
    private Selection hovered = Selection.NONE;
    private @Nullable ThoughtScene scene;
    private IntConsumer onStep = t -> {};

    public ThoughtView() {
        getStyleClass().addAll("thought-view", "focus-ring");
        getChildren().addAll(canvas, names);
        seenFrom.subscribe(this::redrawNames);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        look.subscribe(this::requestLayout);
        selection.subscribe(this::redraw);
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> hover(Optional.empty(), ""));
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
    }

    /** Shows a scene. */
    public void show(ThoughtScene next) {
        scene = next;
        setMinWidth(ThoughtLayout.leastWidth(next, look.getValue()));
        setAccessibleText("What the network holds and answers over time. " + ThoughtWords.summary(next));
        redraw();
    }

    /** Shows nothing. */
    public void clear() {
        scene = null;
        redraw();
    }

    /** The scene that is shown. */
    public Optional<ThoughtScene> scene() {
        return Optional.ofNullable(scene);
    }

    /** What is marked. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** Told the t up to which the user wants to see. */
    public void setOnStep(IntConsumer action) {
        onStep = action;
    }

    /** The left edge of what is seen of this view, in its px: the names of the rows stand there. */
    public DoubleProperty seenFromProperty() {
        return seenFrom;
    }

    /** From the left to the right edge of what happens at t, beside the names, in this view's px. */
    public Optional<Range> column(int t) {
        return laidOut()
                .map(laid -> new Range(
                        laid.columnX(t) - laid.columnPitch() / 2 - laid.namesWidth(),
                        laid.columnX(t) + laid.columnPitch() / 2));
    }

    /** A piece of the horizontal axis of this view, in px; {@code from} leaves room for the names. */
    public record Range(double from, double to) {}

    private Optional<ThoughtLayout> laidOut() {
        return scene().map(drawn -> new ThoughtLayout(drawn, getWidth(), getHeight(), look.getValue()));
    }

    /** The middle of the box of h(t), in this view's px; for tests and pictures. */
    public Optional<javafx.geometry.Point2D> place(StateAt at) {
        return laidOut()
                .map(laid -> laid.box(at))
                .map(box -> new javafx.geometry.Point2D(box.centerX(), box.centerY()));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, Math.ceil(getWidth())));
        canvas.setHeight(Math.max(1, Math.ceil(getHeight())));
        names.setHeight(canvas.getHeight());
        redraw();
    }

    private void redraw() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        laidOut().filter(laid -> laid.width() > 0).ifPresent(laid -> {
            new MapsPainter(surface, laid, selection.get(), hovered).paint();
            new AnswersPainter(surface, laid).paint();
        });
        redrawNames();
    }

    private void redrawNames() {
        names.setTranslateX(seenFrom.get());
        names.getGraphicsContext2D().clearRect(0, 0, names.getWidth(), names.getHeight());
        laidOut().filter(laid -> laid.width() > 0).ifPresent(laid -> {
            names.setWidth(Math.max(1, Math.ceil(Math.min(laid.width(), WIDEST_NAMES))));
            new NamesPainter(nameSurface, laid, selection.get()).paint(seenFrom.get() > 0);
        });
    }

    /** True where the names lie over the columns. */
    private boolean isUnderNames(ThoughtLayout laid, double x) {
        return x < seenFrom.get() + laid.namesWidth();
    }

    private void click(MouseEvent event) {
        requestFocus();
        Optional<Item> item = itemAt(event.getX(), event.getY());
        if (item.isPresent()) {
            boolean again = selection.get().single().equals(item);
            selection.set(again ? Selection.NONE : Selection.of(item.get()));
        } else {
            timeAt(event).ifPresentOrElse(onStep, () -> selection.set(Selection.NONE));
        }
    }

    private Optional<Item> itemAt(double x, double y) {
        Optional<ThoughtLayout> laid = laidOut();
        if (laid.isEmpty()) {
            return Optional.empty();
        }
        if (!isUnderNames(laid.get(), x)) {
            return laid.get().stateAt(x, y).filter(this::isMap).map(Item.OfStateAt::new);
        }
        OptionalInt row = laid.get().labelAt(x - seenFrom.get(), y);
        return row.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item.OfState(
                        laid.get().scene().states().get(row.getAsInt()).name()));
    }

    /** The column of the table under the pointer. */
    private OptionalInt timeAt(MouseEvent event) {
        return laidOut()
                .filter(laid -> !isUnderNames(laid, event.getX()))
                .map(laid -> laid.timeAt(event.getX(), event.getY()))
                .orElse(OptionalInt.empty());
    }

    private boolean isMap(StateAt at) {
        return scene().filter(drawn -> drawn.thought().states().containsKey(at)).isPresent();
    }

    private void hover(MouseEvent event) {
        Optional<Item> item = itemAt(event.getX(), event.getY());
        hover(item, item.map(this::words).orElseGet(() -> answerAt(event)));
    }

    private void hover(Optional<Item> item, String words) {
        tip.setText(words);
        Tooltip.uninstall(this, tip);
        if (!words.isEmpty()) {
            Tooltip.install(this, tip);
        }
        Selection next = Selection.of(item);
        if (!next.equals(hovered)) {
            hovered = next;
            redraw();
        }
    }

    private String words(Item item) {
        if (item instanceof Item.OfStateAt map) {
            return map.at().state() + " at t = " + map.at().time() + "\nClick: all its channels";
        }
        return item instanceof Item.OfState state ? "All channels of " + state.name() : "";
    }

    /** The exact probabilities of a column, largest first. */
    private String answerAt(MouseEvent event) {
        OptionalInt time = timeAt(event);
        Optional<Guess> guess = time.isEmpty()
                ? Optional.empty()
                : scene().filter(drawn -> time.getAsInt() <= drawn.shown())
                        .flatMap(drawn -> drawn.thought().at(time.getAsInt()));
        return guess.map(found -> table(scene().orElseThrow(), found)).orElse("");
    }

    private static String table(ThoughtScene drawn, Guess guess) {
        StringBuilder text = new StringBuilder("Read out at t = " + guess.time());
        List<Integer> order = new java.util.ArrayList<>(
                java.util.stream.IntStream.range(0, drawn.classNames().size())
                        .boxed()
                        .toList());
        order.sort(java.util.Comparator.comparingDouble(c -> -guess.of(c)));
        order.stream()
                .limit(10)
                .forEach(c -> text.append(
                        String.format(java.util.Locale.ROOT, "%n%s %.2f %%", drawn.name(c), 100 * guess.of(c))));
        return text.toString();
    }

    private void key(KeyEvent event) {
        Optional<ThoughtScene> drawn = scene();
        if (drawn.isEmpty() || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> horizontally(drawn.get(), -1);
            case RIGHT -> horizontally(drawn.get(), 1);
            case UP -> vertically(drawn.get(), 1);
            case DOWN -> vertically(drawn.get(), -1);
            case HOME -> onStep.accept(0);
            case END -> onStep.accept(drawn.get().last());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void horizontally(ThoughtScene drawn, int by) {
        Optional<StateAt> at = chosenMap();
        if (at.isEmpty()) {
            onStep.accept(Math.max(0, Math.min(drawn.last(), drawn.shown() + by)));
            return;
        }
        choose(new StateAt(at.get().state(), at.get().time() + by));
    }

    private void vertically(ThoughtScene drawn, int by) {
        List<String> rows = drawn.states().stream().map(State::name).toList();
        Optional<StateAt> at = chosenMap();
        if (at.isEmpty()) {
            firstMap(drawn).ifPresent(this::choose);
            return;
        }
        int row = rows.indexOf(at.get().state()) + by;
        if (row >= 0 && row < rows.size()) {
            choose(new StateAt(rows.get(row), at.get().time()));
        }
    }

    private static Optional<StateAt> firstMap(ThoughtScene drawn) {
        return drawn.thought().states().keySet().stream().findFirst();
    }

    private Optional<StateAt> chosenMap() {
        return selection
                .get()
                .single()
                .flatMap(item -> item instanceof Item.OfStateAt map ? Optional.of(map.at()) : Optional.empty());
    }

    private void choose(StateAt at) {
        if (isMap(at)) {
            selection.set(Selection.of(new Item.OfStateAt(at)));
        }
    }
}
