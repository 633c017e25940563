package org.unfoldlab.app.shell;

import java.util.List;

/**
 * Something the user should know, until dismissed: what happened, what is safe, what to do.
 *
 * @param id a message replaces the one of the same id
 * @param title what happened
 * @param body what is safe
 * @param actions what can be done; the first one is the primary one
 */
public record Message(String id, Kind kind, String title, String body, List<Action> actions) {
    public Message {
        actions = List.copyOf(actions);
    }

    /** How grave it is. */
    public enum Kind {
        ERROR,
        WARNING,
        INFORMATION
    }

    /**
     * A button.
     *
     * @param verb its text
     * @param closes true if the message goes when it is pressed
     */
    public record Action(String verb, boolean closes, Runnable action) {}
}
