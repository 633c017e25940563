package org.unfoldlab.app.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can tell the program to do, wherever it is offered: menu, button, key.
 *
 * @param name a verb, e.g. {@code Open…}
 * @param key pressed anywhere in the window
 * @param blocked why it cannot be done now, e.g. {@code nothing to undo}; empty if it can
 * @param object what it would be done to now, e.g. {@code Move V1} for undo; empty if the name says it all
 */
public record Command(
        String name,
        Optional<KeyCombination> key,
        ObservableStringValue blocked,
        ObservableStringValue object,
        Runnable action) {
    /** A command that can always be given. */
    public static Command of(String name, String key, Runnable action) {
        return of(name, key, new ReadOnlyStringWrapper(""), action);
    }

    /** A command that is sometimes blocked. */
    public static Command of(String name, String key, ObservableStringValue blocked, Runnable action) {
        return new Command(name, keyOf(key), blocked, new ReadOnlyStringWrapper(""), action);
    }

    /** The same command, which also says what it would be done to. */
    public Command naming(ObservableStringValue named) {
        return new Command(name, key, blocked, named, action);
    }

    /** The name and what it is done to: {@code Undo move V1}. */
    public String fullName() {
        String what = object.get();
        return what.isEmpty() ? name : name + " " + what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
    }

    private static Optional<KeyCombination> keyOf(String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
    }

    public boolean isBlocked() {
        return !blocked.get().isEmpty();
    }

    /** Does it, unless it is blocked. */
    public void run() {
        if (!isBlocked()) {
            action.run();
        }
    }

    /** Name and key, for tooltips. */
    public String hint() {
        String reason = isBlocked() ? ": " + blocked.get() : "";
        return fullName().replace("…", "")
                + reason
                + key.map(k -> "  " + k.getDisplayText()).orElse("");
    }
}
