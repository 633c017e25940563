package org.unfoldlab.model.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;

/** Names and sizes of the states, and that the readout names one of them. */
final class StateRules {
    static final int LARGEST = 65_536;

    private StateRules() {}

    static void check(NetworkDocument document, List<Problem> problems) {
        if (document.states().isEmpty()) {
            problems.add(Problem.error(
                    new Problem.Place.Field("states"), "There is no state", "Add one: it receives the image."));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (State state : document.states()) {
            name(state, seen.add(state.name()), problems);
            size(state, problems);
        }
        if (document.state(document.readout().state()).isEmpty()) {
            problems.add(Problem.error(
                    new Problem.Place.Field("readout.state"),
                    "The readout names “" + document.readout().state() + "”, which is no state",
                    "Choose one of " + names(document) + "."));
        }
    }

    private static void name(State state, boolean first, List<Problem> problems) {
        Problem.Place place = new Problem.Place.OfState(state.name());
        if (!state.name().matches("[A-Za-z0-9_]+")) {
            problems.add(Problem.error(
                    place, "“" + state.name() + "” is no name for a state", "Use letters, digits and _ only."));
        }
        if (!first) {
            problems.add(Problem.error(
                    place, "Two states are called " + state.name(), "Give each state a name of its own."));
        }
    }

    private static void size(State state, List<Problem> problems) {
        for (int side : new int[] {state.channels(), state.height(), state.width()}) {
            if (side < 1 || side > LARGEST) {
                problems.add(Problem.error(
                        new Problem.Place.OfState(state.name()),
                        state.name() + " is " + Network.shapeOf(state),
                        "Channels, height and width go from 1 to 65,536."));
                return;
            }
        }
    }

    static String names(NetworkDocument document) {
        return String.join(
                ", ", document.states().stream().map(State::name).distinct().toList());
    }
}
