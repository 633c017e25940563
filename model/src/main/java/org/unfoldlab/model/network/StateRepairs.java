package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.TransitionEdits;

/** The usual remedies for a state: a way to it, a size within the range, a name of its own. */
final class StateRepairs {
    private StateRepairs() {}

    static Stream<Repair> of(NetworkDocument document, String name) {
        List<String> names = document.states().stream().map(State::name).toList();
        int row = names.indexOf(name);
        return Stream.concat(
                names.subList(0, Math.max(0, row)).stream()
                        .sorted((a, b) -> Integer.compare(names.indexOf(b), names.indexOf(a)))
                        .map(below -> new Repair(
                                "Connect " + below + " to " + name, now -> TransitionEdits.connect(now, below, name))),
                Stream.of(
                        new Repair("Keep to the range", now -> inRange(now, name)),
                        new Repair("Rename it", now -> renamed(now, name))));
    }

    private static NetworkDocument inRange(NetworkDocument document, String name) {
        return document.state(name)
                .map(state -> StateEdits.replace(
                        document, state.withSize(kept(state.channels()), kept(state.height()), kept(state.width()))))
                .orElse(document);
    }

    private static int kept(int side) {
        return Math.max(1, Math.min(StateRules.LARGEST, side));
    }

    /** The last state of that name gets one that can be used. */
    private static NetworkDocument renamed(NetworkDocument document, String name) {
        List<State> states = new ArrayList<>(document.states());
        long same = states.stream().filter(state -> state.name().equals(name)).count();
        String clean = name.replaceAll("[^A-Za-z0-9_]", "_");
        String usable = clean.isEmpty() || document.state(clean).isPresent() ? StateEdits.freeName(document) : clean;
        if (same == 1) {
            return StateEdits.rename(document, name, usable);
        }
        for (int i = states.size() - 1; i >= 0; i--) {
            if (states.get(i).name().equals(name)) {
                states.set(i, states.get(i).withName(usable));
                return document.edit().states(states).build();
            }
        }
        return document;
    }
}
