package org.unfoldlab.model.equivalence;

import java.util.List;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Stimulus;

/** The same network with fewer channels on smaller images: all its structure at a fraction of the work. */
final class Narrowed {
    private Narrowed() {}

    /** Channels divided and, for images larger than 16, height and width halved. */
    static NetworkDocument of(NetworkDocument document, int divisor) {
        Stimulus stimulus = document.stimulus();
        int shrink = stimulus.height() > 16 ? 2 : 1;
        List<State> states = document.states().stream()
                .map(state -> state.withSize(
                        Math.max(2, state.channels() / divisor), state.height() / shrink, state.width() / shrink))
                .toList();
        return document.edit()
                .states(states)
                .stimulus(new Stimulus(
                        stimulus.channels(),
                        stimulus.height() / shrink,
                        stimulus.width() / shrink,
                        stimulus.timing(),
                        stimulus.extras()))
                .build();
    }
}
