package org.unfoldlab.model.graph;

import java.util.Optional;

/**
 * A directed connection; each use of it takes one unit of time.
 *
 * @param from name of the source state
 * @param to name of the target state
 * @param function pipeline as written, e.g. {@code BRCx2} or {@code B R C1:16 B R C3/2}
 * @param window as written, e.g. {@code 1..T-1}; see {@link Window}
 * @param ownId the id given in the file, absent for the default {@code FROM-TO}
 * @param muted true for a lesion: the transition is kept in the drawing but never runs
 */
public record Transition(
        String from,
        String to,
        String function,
        Shortcut shortcut,
        String window,
        Optional<String> ownId,
        boolean muted,
        Extras extras) {
    /** Runs whenever its source is populated. */
    public static final String ALWAYS = "1..T-1";

    public Transition(String from, String to, String function, Shortcut shortcut, String window) {
        this(from, to, function, shortcut, window, Optional.empty(), false, Extras.NONE);
    }

    public Transition(String from, String to, String function, Shortcut shortcut) {
        this(from, to, function, shortcut, ALWAYS);
    }

    /** The name under which weights, statistics and messages know this transition. */
    public String id() {
        return ownId.orElse(from + "-" + to);
    }

    public Transition withFunction(String newFunction) {
        return new Transition(from, to, newFunction, shortcut, window, ownId, muted, extras);
    }

    public Transition withShortcut(Shortcut newShortcut) {
        return new Transition(from, to, function, newShortcut, window, ownId, muted, extras);
    }

    public Transition withWindow(String newWindow) {
        return new Transition(from, to, function, shortcut, newWindow, ownId, muted, extras);
    }

    public Transition withEnds(String newFrom, String newTo) {
        return new Transition(newFrom, newTo, function, shortcut, window, ownId, muted, extras);
    }

    public Transition withOwnId(Optional<String> newId) {
        return new Transition(from, to, function, shortcut, window, newId, muted, extras);
    }

    public Transition withMuted(boolean nowMuted) {
        return new Transition(from, to, function, shortcut, window, ownId, nowMuted, extras);
    }
}
