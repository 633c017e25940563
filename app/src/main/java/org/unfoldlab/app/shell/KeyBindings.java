package org.unfoldlab.app.shell;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys that work anywhere in the window. Keys with a modifier and function keys are accelerators; single characters are
 * taken as typed, so that they work on every keyboard layout, and only outside text fields.
 */
final class KeyBindings {
    private final Map<String, Runnable> typed;

    /** @param typed action by character, e.g. {@code [} */
    KeyBindings(Map<String, Runnable> typed) {
        this.typed = Map.copyOf(typed);
    }

    /** Makes the keys of all commands and the typed ones work in a scene. */
    void install(Scene scene, Commands commands) {
        commands.all()
                .forEach(command ->
                        command.key().ifPresent(key -> scene.getAccelerators().put(key, () -> run(command, scene))));
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private static void run(Command command, Scene scene) {
        commitTyped(scene);
        command.run();
    }

    /**
     * Text that is still being typed counts for what is done next: every field hands it over when it loses the focus,
     * so it loses it for a moment. One that closes by it keeps no caret.
     */
    static void commitTyped(Scene scene) {
        if (scene.getFocusOwner() instanceof TextInputControl field) {
            int anchor = field.getAnchor();
            int caret = field.getCaretPosition();
            scene.getRoot().requestFocus();
            field.requestFocus();
            field.selectRange(anchor, caret);
        }
    }

    /** Adds a key that is not a command of the menu. */
    static void on(Scene scene, KeyCode code, Runnable action) {
        scene.getAccelerators().put(KeyCombination.valueOf(code.getName()), action);
    }

    private void typed(KeyEvent event) {
        boolean writing = event.getTarget() instanceof TextInputControl
                || ownerOf(event).filter(TextInputControl.class::isInstance).isPresent();
        boolean modified = event.isControlDown() != event.isAltDown() || event.isMetaDown();
        if (writing || modified) {
            return;
        }
        Optional.ofNullable(typed.get(event.getCharacter())).ifPresent(action -> {
            action.run();
            event.consume();
        });
    }

    private static Optional<Node> ownerOf(KeyEvent event) {
        return event.getSource() instanceof Scene scene ? Optional.ofNullable(scene.getFocusOwner()) : Optional.empty();
    }
}
