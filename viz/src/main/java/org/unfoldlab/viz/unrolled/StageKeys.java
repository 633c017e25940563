package org.unfoldlab.viz.unrolled;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** Keys of the stage: S adds, C connects from and to, A adds another transition, M mutes, R reads out, F2 renames, Delete deletes, arrows walk, Escape lets go. */
final class StageKeys {
    private final StageView view;
    private Optional<String> source = Optional.empty();

    StageKeys(StageView view) {
        this.view = view;
    }

    void pressed(KeyEvent event) {
        if (event.isShortcutDown() ? shortcut(event) : plain(event)) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C -> view.board().copy();
            case X -> view.board().cut();
            case V -> view.board().paste();
            case D -> view.commands().duplicate();
            case A -> view.commands().chooseAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case S -> view.commands().addState(Optional.empty());
            case C -> connect();
            case M -> view.commands().mute();
            case A -> view.addAnother();
            case R -> view.commands().chosenStates().stream().findFirst().ifPresent(view.commands()::readOut);
            case F2 -> view.commands().chosenStates().stream().findFirst().ifPresent(view::rename);
            case DELETE, BACK_SPACE -> view.delete(event.isShiftDown());
            case L -> view.toggleLetters();
            case UP -> walk(1, event.isShiftDown());
            case DOWN -> walk(-1, event.isShiftDown());
            case RIGHT -> walkEdges(1);
            case LEFT -> walkEdges(-1);
            case ESCAPE -> {
                return forget();
            }
            case PLUS, EQUALS, ADD -> view.zoomAround(1.2);
            case MINUS, SUBTRACT -> view.zoomAround(1 / 1.2);
            case DIGIT0, NUMPAD0 -> view.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** First press marks the source, the second connects it to the state chosen then. */
    private void connect() {
        Optional<String> chosen = view.commands().chosenStates().stream().findFirst();
        if (chosen.isEmpty()) {
            return;
        }
        if (source.isEmpty()) {
            source = chosen;
            view.announce("From " + chosen.get() + ". Choose the target, then press C again.");
        } else {
            view.connect(source.get(), chosen.get());
            source = Optional.empty();
        }
    }

    /** Lets go of a marked source, else of what is chosen; false when there is neither. */
    private boolean forget() {
        boolean marked = source.isPresent();
        boolean chosen = !view.selectionProperty().get().isEmpty();
        source = Optional.empty();
        view.announce("");
        if (!marked) {
            view.selectionProperty().set(Selection.NONE);
        }
        return marked || chosen;
    }

    private void walk(int up, boolean adding) {
        List<String> names = view.networkProperty().get().document().states().stream()
                .map(State::name)
                .toList();
        if (!names.isEmpty()) {
            int now = names.indexOf(
                    view.commands().chosenStates().stream().reduce((a, b) -> b).orElse(""));
            int next = now < 0 ? (up > 0 ? 0 : names.size() - 1) : Math.max(0, Math.min(names.size() - 1, now + up));
            Item item = new Item.OfState(names.get(next));
            Selection before = view.selectionProperty().get();
            view.selectionProperty().set(adding && !before.holds(item) ? before.toggled(item) : Selection.of(item));
        }
    }

    private void walkEdges(int forward) {
        List<Item> edges = view.frame().graph().edges().stream()
                .<Item>map(edge -> new Item.OfTransition(edge.transition().id()))
                .toList();
        if (!edges.isEmpty()) {
            int now =
                    view.selectionProperty().get().single().map(edges::indexOf).orElse(-1);
            int next = Math.floorMod(now < 0 && forward < 0 ? -1 : now + forward, edges.size());
            view.selectionProperty().set(Selection.of(edges.get(next)));
        }
    }
}
