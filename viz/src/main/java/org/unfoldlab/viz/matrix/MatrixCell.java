package org.unfoldlab.viz.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.model.graph.WindowEdits;
import org.unfoldlab.viz.graph.BrushStroke;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** One cell as a thing to point at, focus and name; the matrix draws it. */
final class MatrixCell extends Region {
    private final MatrixView matrix;
    private final int row;
    private final int column;
    private String from = "";
    private String to = "";
    private List<Transition> turns = List.of();
    private Optional<BarDrag> drag = Optional.empty();
    private Optional<BrushStroke> stroke = Optional.empty();

    MatrixCell(MatrixView matrix, int row, int column) {
        this.matrix = matrix;
        this.row = row;
        this.column = column;
        getStyleClass().addAll("matrix-cell", "focus-ring");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setFocusTraversable(row == 0 && column == 0);
        setCursor(Cursor.HAND);
        focusedProperty().subscribe(now -> {
            if (now) {
                matrix.roving(this);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> MatrixKeys.pressed(this, event));
        addEventHandler(KeyEvent.KEY_TYPED, event -> MatrixKeys.typed(this, event));
        setOnMouseMoved(event -> matrix.hoveredProperty().set(Selection.of(itemAt(event))));
        setOnMouseExited(event -> matrix.hoveredProperty().set(Selection.NONE));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> {
            drag = Optional.empty();
            stroke = Optional.empty();
            matrix.endGesture();
        });
        setOnContextMenuRequested(this::showMenu);
    }

    void show(DrawnNetwork network) {
        List<State> states = network.document().states();
        from = states.get(row).name();
        to = states.get(column).name();
        turns = TurnEdits.of(network.document(), from, to);
        setAccessibleText(turns.isEmpty() ? CellWords.empty(from, to) : words(network));
        String help = "Enter edits, Alt with arrows moves the window, A adds another";
        String several = turns.size() > 1 ? ", Space chooses the next of " + turns.size() : "";
        setAccessibleHelp(turns.isEmpty() ? "Enter connects" : help + several);
    }

    /** The one that is meant first. */
    private String words(DrawnNetwork network) {
        OptionalInt time = matrix.shownTime();
        Optional<Transition> meant = transition();
        return Stream.concat(meant.stream(), turns.stream().filter(turn -> !meant.equals(Optional.of(turn))))
                .map(turn ->
                        time.isPresent() ? CellWords.at(network, turn, time.getAsInt()) : CellWords.of(network, turn))
                .collect(Collectors.joining("; "));
    }

    /** True where several transitions take turns. */
    boolean hasTurns() {
        return turns.size() > 1;
    }

    /** The transition, or its step at the shown t. */
    Item item() {
        return transition().map(this::item).orElseGet(() -> new Item.EmptyCell(from, to));
    }

    private Item item(Transition held) {
        OptionalInt time = matrix.shownTime();
        return time.isPresent()
                ? new Item.OfStep(new Step(held.id(), time.getAsInt()))
                : new Item.OfTransition(held.id());
    }

    /** Over the bar one step, else the transition of the line, else the cell. */
    private Item itemAt(MouseEvent event) {
        return matrix.barStep(event.getX() + getLayoutX(), event.getY() + getLayoutY())
                .<Item>map(Item.OfStep::new)
                .orElseGet(() -> lineAt(event));
    }

    private Item lineAt(MouseEvent event) {
        return matrix.transitionAt(event.getX() + getLayoutX(), event.getY() + getLayoutY())
                .map(this::item)
                .orElseGet(this::item);
    }

    /** The transition that keys and menus act on. */
    Optional<Transition> transition() {
        return matrix.meant(turns);
    }

    MatrixView matrix() {
        return matrix;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (!turns.isEmpty() && matrix.brushProperty().get().isOn()) {
            stroke = Optional.of(matrix.stroke(event.getX() + getLayoutX(), event.getY() + getLayoutY()));
            return;
        }
        if (turns.isEmpty()) {
            connect();
            return;
        }
        matrix.choose(lineAt(event));
        if (event.getClickCount() == 2) {
            matrix.edit(from, to, "");
        } else if (matrix.shownTime().isEmpty()) {
            drag = BarDrag.begin(matrix, this, event.getX() + getLayoutX(), event.getY() + getLayoutY());
        }
    }

    private void dragged(MouseEvent event) {
        double x = event.getX() + getLayoutX();
        stroke.ifPresent(now -> now.to(x, event.getY() + getLayoutY()));
        drag.ifPresent(bar -> bar.to(x));
    }

    /** Space: paints with the brush that is on, else chooses; of several transitions the next one. */
    void chooseOrPaint() {
        if (matrix.brushProperty().get().isOn()) {
            matrix.brushProperty().get().over(steps()).ifPresent(matrix::propose);
            matrix.endGesture();
        } else {
            matrix.choose(next());
        }
    }

    private Item next() {
        Optional<Transition> chosen = turns.stream()
                .filter(turn -> matrix.selectionProperty().get().marksTransition(turn.id()))
                .findFirst();
        return chosen.flatMap(turn -> CellTurns.after(turns, turn))
                .map(this::item)
                .orElseGet(this::item);
    }

    /** What painting the whole cell paints. */
    List<Step> steps() {
        return transition().map(matrix::steps).orElse(List.of());
    }

    void moveFocus(int up, int right) {
        matrix.focus(row + up, column + right);
    }

    /** Enter: edits what is there, connects what is not. */
    void activate() {
        if (!turns.isEmpty()) {
            matrix.edit(from, to, "");
        } else {
            connect();
        }
    }

    private void connect() {
        String source = from;
        String target = to;
        matrix.propose(ProposedEdit.once(
                "Connect " + source + " to " + target, document -> TransitionEdits.connect(document, source, target)));
        matrix.choose(new Item.OfTransition(source + "-" + target));
    }

    /** Typing begins a new line, in an empty cell too. */
    void editAs(String start) {
        matrix.edit(from, to, start.toUpperCase(Locale.ROOT));
    }

    /** Begins one more transition in the line of this cell. */
    void editAnother() {
        matrix.editAnother(from, to);
    }

    /** Adds one more transition, with steps of its own. */
    void addAnother() {
        if (turns.isEmpty()) {
            connect();
        } else {
            matrix.addAnother(from, to);
        }
    }

    void delete() {
        transition()
                .ifPresent(t -> matrix.propose(ProposedEdit.once(
                        "Delete " + t.id(), document -> TransitionEdits.delete(document, List.of(t.id())))));
    }

    void mute() {
        transition()
                .ifPresent(t -> matrix.propose(ProposedEdit.once(
                        (t.muted() ? "Unmute " : "Mute ") + t.id(),
                        document -> TransitionEdits.mute(document, List.of(t.id()), !t.muted()))));
    }

    /** Moves an end of the time bar. */
    void moveWindow(WindowEdits.Side side, int steps) {
        transition()
                .ifPresent(t -> matrix.propose(ProposedEdit.moving("Set window of " + t.id(), document -> {
                    Optional<Transition> now = document.transition(t.id());
                    return now.map(current -> TransitionEdits.setWindow(
                                    document,
                                    t.id(),
                                    WindowEdits.moved(
                                            current.window(), document.readout().time(), side, steps)))
                            .orElse(document);
                })));
    }

    /** Among several transitions the menu is that of the one under the pointer. */
    private void showMenu(ContextMenuEvent event) {
        if (hasTurns() && !event.isKeyboardTrigger()) {
            matrix.transitionAt(event.getX() + getLayoutX(), event.getY() + getLayoutY())
                    .ifPresent(turn -> matrix.choose(item(turn)));
        }
        matrix.withExport(menu()).show(this, event.getScreenX(), event.getScreenY());
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        if (turns.isEmpty()) {
            menu.getItems().add(item("Connect " + from + " to " + to, this::connect));
            return menu;
        }
        Transition t = transition().orElseThrow();
        Menu functions = new Menu("Function");
        for (String function : List.of("BRCx1", "BRCx2", "BRCx3", "BRDx1", "BRDx2", "BRDx3", "CBRx1", "CBRx2")) {
            functions.getItems().add(item(function.replace('x', '×'), () -> setFunction(t, function)));
        }
        Menu shortcuts = new Menu("Shortcut");
        for (Shortcut shortcut : Shortcut.values()) {
            String name = shortcut.name().toLowerCase(Locale.ROOT);
            shortcuts.getItems().add(item(name, () -> setShortcut(t, shortcut)));
        }
        menu.getItems()
                .addAll(
                        item("Edit…", this::activate),
                        item("Add another transition", this::addAnother),
                        functions,
                        shortcuts,
                        item(t.muted() ? "Unmute" : "Mute", this::mute),
                        item("Delete", this::delete));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void setFunction(Transition t, String function) {
        matrix.propose(ProposedEdit.once(
                "Set function of " + t.id(), document -> TransitionEdits.setFunction(document, t.id(), function)));
    }

    private void setShortcut(Transition t, Shortcut shortcut) {
        matrix.propose(ProposedEdit.once(
                "Set shortcut of " + t.id(), document -> TransitionEdits.setShortcut(document, t.id(), shortcut)));
    }

    /** This cell's transition and place in the matrix now. */
    Optional<MatrixShape.Cell> shape() {
        return matrix.cellShape(row, column);
    }
}
