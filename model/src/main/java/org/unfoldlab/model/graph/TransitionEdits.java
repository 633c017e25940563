package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes of transitions, as functions from document to document. What cannot be done leaves the document as it is. */
public final class TransitionEdits {
    private static final int MOST_REPEATS = 9;

    private TransitionEdits() {}

    /** Connects two states by the function that fits their sizes; a pair that is connected stays as it is. */
    public static NetworkDocument connect(NetworkDocument document, String from, String to) {
        boolean known = document.state(from).isPresent() && document.state(to).isPresent();
        boolean there = document.transitions().stream().anyMatch(t -> t.from().equals(from) && t.to().equals(to));
        boolean taken = document.transition(from + "-" + to).isPresent();
        if (!known || there || taken) {
            return document;
        }
        Shortcut shortcut = from.equals(to) ? Shortcut.IDENTITY : Shortcut.NONE;
        return add(document, new Transition(from, to, suggestedFunction(document, from, to), shortcut));
    }

    /** Adds a transition as it is; an id that is taken leaves the document as it is. */
    public static NetworkDocument add(NetworkDocument document, Transition transition) {
        if (document.transition(transition.id()).isPresent()) {
            return document;
        }
        List<Transition> transitions = new ArrayList<>(document.transitions());
        transitions.add(transition);
        return document.edit().transitions(transitions).build();
    }

    /**
     * {@code BRCx2} where the size stays or shrinks, {@code BRDx2} where it grows, with more repeats where the sizes
     * differ by more than 4.
     */
    public static String suggestedFunction(NetworkDocument document, String from, String to) {
        int source = document.state(from).map(State::height).orElse(1);
        int target = document.state(to).map(State::height).orElse(1);
        int doublings = doublings(Math.max(source, target), Math.max(1, Math.min(source, target)));
        int repeats = Math.max(2, Math.min(MOST_REPEATS, doublings));
        return (target > source ? "BRDx" : "BRCx") + repeats;
    }

    private static int doublings(int large, int small) {
        int count = 0;
        while (small << count < large && count < MOST_REPEATS) {
            count++;
        }
        return count;
    }

    /** Takes transitions away, and their steps out of the sharing groups. */
    public static NetworkDocument delete(NetworkDocument document, Collection<String> ids) {
        Set<String> gone = Set.copyOf(ids);
        return document.edit()
                .transitions(document.transitions().stream()
                        .filter(t -> !gone.contains(t.id()))
                        .toList())
                .sharing(SharingEdits.without(document.sharing(), step -> gone.contains(step.transition())))
                .build();
    }

    /** Mutes transitions (a lesion), or lets them run again. */
    public static NetworkDocument mute(NetworkDocument document, Collection<String> ids, boolean muted) {
        return change(document, ids, transition -> transition.withMuted(muted));
    }

    public static NetworkDocument setFunction(NetworkDocument document, String id, String function) {
        return change(document, List.of(id), transition -> transition.withFunction(function));
    }

    public static NetworkDocument setShortcut(NetworkDocument document, String id, Shortcut shortcut) {
        return change(document, List.of(id), transition -> transition.withShortcut(shortcut));
    }

    /** Gives a transition another id; its steps stay tied to what they were tied to. */
    public static NetworkDocument setId(NetworkDocument document, String id, String newId) {
        if (idProblem(document, id, newId).isPresent()) {
            return document;
        }
        NetworkDocument changed = change(document, List.of(id), t -> {
            boolean usual = newId.equals(t.from() + "-" + t.to());
            return t.withOwnId(usual ? Optional.empty() : Optional.of(newId));
        });
        return changed.edit()
                .sharing(SharingEdits.renamed(document.sharing(), Map.of(id, newId)))
                .build();
    }

    /** Why a transition cannot have that id; nothing if it can. */
    public static Optional<String> idProblem(NetworkDocument document, String id, String newId) {
        if (!newId.matches("[\\p{L}\\p{N}_-]+")) {
            return Optional.of("Letters, digits, _ and -.");
        }
        return !newId.equals(id) && document.transition(newId).isPresent()
                ? Optional.of("Another transition has the id " + newId + ".")
                : Optional.empty();
    }

    public static NetworkDocument setWindow(NetworkDocument document, String id, String window) {
        return change(document, List.of(id), transition -> transition.withWindow(window));
    }

    /** Sets function, shortcut and window at once, as typed into a cell. */
    public static NetworkDocument set(NetworkDocument document, String id, TransitionText text) {
        return change(
                document,
                List.of(id),
                transition -> transition
                        .withFunction(text.function())
                        .withShortcut(text.shortcut())
                        .withWindow(text.window()));
    }

    private static NetworkDocument change(
            NetworkDocument document, Collection<String> ids, UnaryOperator<Transition> change) {
        return document.edit()
                .transitions(document.transitions().stream()
                        .map(transition -> ids.contains(transition.id()) ? change.apply(transition) : transition)
                        .toList())
                .build();
    }
}
