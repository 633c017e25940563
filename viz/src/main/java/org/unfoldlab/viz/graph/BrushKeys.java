package org.unfoldlab.viz.graph;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Step;

/**
 * Painting by keys: G begins, then a letter ties what is chosen and stays on the brush; Delete instead of a letter
 * unties it; Escape ends.
 */
public final class BrushKeys {
    private final ObjectProperty<Brush> brush;
    private final Supplier<Collection<Step>> target;
    private final Consumer<ProposedEdit> propose;
    /** G was pressed just now: the character that follows is no letter of weights. */
    private boolean begun;

    /**
     * @param target the steps of what is chosen or focused
     * @param propose receives the edits, each one a whole stroke
     */
    public BrushKeys(ObjectProperty<Brush> brush, Supplier<Collection<Step>> target, Consumer<ProposedEdit> propose) {
        this.brush = brush;
        this.target = target;
        this.propose = propose;
    }

    /** Listens to a node and all that lies in it, before they see the keys themselves. */
    public void install(Node node) {
        node.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static boolean isWriting(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl
                || event.isControlDown()
                || event.isAltDown()
                || event.isMetaDown();
    }

    private void typed(KeyEvent event) {
        String key = event.getCharacter();
        if (isWriting(event) || !key.matches("[A-Za-z]")) {
            return;
        }
        if (begun && key.equalsIgnoreCase("g")) {
            begun = false;
            event.consume();
        } else if (brush.get() instanceof Brush.Waiting) {
            take(new Brush.Tie(Character.toUpperCase(key.charAt(0)) - 'A' + 1));
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (isWriting(event)) {
            return;
        }
        KeyCode code = event.getCode();
        boolean waiting = brush.get() instanceof Brush.Waiting;
        begun = !waiting && code == KeyCode.G && !event.isShiftDown();
        if (begun) {
            brush.set(new Brush.Waiting());
            event.consume();
        } else if (!brush.get().isOn()) {
            return;
        } else if (code == KeyCode.ESCAPE) {
            brush.set(new Brush.Off());
            event.consume();
        } else if (waiting && (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE)) {
            take(new Brush.Own());
            event.consume();
        } else if (waiting && code.isLetterKey()) {
            // its character follows; meanwhile no view may take the key for a command
            event.consume();
        }
    }

    private void take(Brush taken) {
        brush.set(taken);
        taken.over(target.get()).ifPresent(propose);
    }
}
