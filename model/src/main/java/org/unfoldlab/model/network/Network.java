package org.unfoldlab.model.network;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;

/**
 * A document without errors: every name resolves, every function fits, the readout can be reached. Made by
 * {@link NetworkChecker} only.
 *
 * @param transitions those that are not muted, in the document's order
 */
public record Network(NetworkDocument document, Pipeline preNet, List<CheckedTransition> transitions) {
    public Network {
        transitions = List.copyOf(transitions);
    }

    public List<State> states() {
        return document.states();
    }

    /** The state that receives the pre-net's output. */
    public State first() {
        return document.states().get(0);
    }

    public State state(String name) {
        return document.state(name).orElseThrow();
    }

    public Optional<CheckedTransition> transition(String id) {
        return transitions.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** That no signal reaches the readout at its time, with a time when one does; empty when there is a signal. */
    public Optional<Problem> silence() {
        return ReachRules.silence(document, transitions);
    }

    public static Shape shapeOf(State state) {
        return new Shape(state.channels(), state.height(), state.width());
    }
}
