package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.graph.Window;

/** The usual remedies for a transition: another function, shortcut or window, an id of its own, or none of it. */
final class TransitionRepairs {
    private TransitionRepairs() {}

    static Stream<Repair> of(NetworkDocument document, String id) {
        Optional<Transition> found = document.transition(id);
        return found.stream().flatMap(transition -> of(document, transition));
    }

    private static Stream<Repair> of(NetworkDocument document, Transition transition) {
        String id = transition.id();
        String function = TransitionEdits.suggestedFunction(document, transition.from(), transition.to());
        return Stream.concat(
                Stream.of(
                        new Repair(
                                "Use " + function.replace('x', '×'),
                                now -> TransitionEdits.setFunction(now, id, function)),
                        shortcut("Use projection", id, Shortcut.PROJECTION),
                        shortcut("Use no shortcut", id, Shortcut.NONE),
                        new Repair("Take turns", now -> takingTurns(now, id)),
                        new Repair("Run at every step", now -> TransitionEdits.setWindow(now, id, Transition.ALWAYS)),
                        new Repair("Rename it", secondOf(id))),
                isLoose(document, transition)
                        ? Stream.of(new Repair("Delete it", now -> TransitionEdits.delete(now, List.of(id))))
                        : Stream.of());
    }

    private static Repair shortcut(String words, String id, Shortcut shortcut) {
        return new Repair(words, now -> TransitionEdits.setShortcut(now, id, shortcut));
    }

    private static boolean isLoose(NetworkDocument document, Transition transition) {
        return document.state(transition.from()).isEmpty()
                || document.state(transition.to()).isEmpty();
    }

    /** Lets a transition begin where another one of the same pair ends. */
    private static NetworkDocument takingTurns(NetworkDocument document, String id) {
        Transition later = document.transition(id).orElseThrow();
        return document.transitions().stream()
                .filter(t -> !t.id().equals(id) && t.from().equals(later.from()) && t.to().equals(later.to()))
                .findFirst()
                .flatMap(earlier -> Window.parse(earlier.window()))
                .map(window -> TransitionEdits.setWindow(document, id, after(window)))
                .orElse(document);
    }

    private static String after(Window window) {
        Window.End last = window.ranges().get(window.ranges().size() - 1).last();
        Window.End next = new Window.End(last.relative(), last.offset() + (last.relative() ? -1 : 1));
        return next.relative() && next.offset() <= 1 ? "T-1" : next + "..T-1";
    }

    /** Gives the second transition of that id, or a single one with an unusable id, an id of its own. */
    private static UnaryOperator<NetworkDocument> secondOf(String id) {
        return document -> {
            List<Transition> transitions = new ArrayList<>(document.transitions());
            int index = -1;
            for (int i = 0; i < transitions.size(); i++) {
                index = transitions.get(i).id().equals(id) ? i : index;
            }
            String stem =
                    transitions.get(index).from() + "-" + transitions.get(index).to();
            int number = 2;
            while (document.transition(stem + "-" + number).isPresent()) {
                number++;
            }
            transitions.set(index, transitions.get(index).withOwnId(Optional.of(stem + "-" + number)));
            return document.edit().transitions(transitions).build();
        };
    }
}
