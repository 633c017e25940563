package org.unfoldlab.model.graph;

import java.util.List;
import java.util.Optional;

/**
 * Everything that one network file describes, as it was drawn or written: possibly wrong, never half-built. The
 * checker in {@code model.network} says what is wrong with it.
 *
 * @param format version of the file format, 1 for files made by this version
 * @param title shown in the window's header
 * @param description a line on what the network shows
 * @param source where it comes from, e.g. a figure of the paper
 * @param preNet pipeline from the stimulus to the first state
 * @param states the first one listed receives the pre-net's output
 * @param classes how many answers there are
 */
public record NetworkDocument(
        int format,
        String title,
        String description,
        String source,
        Stimulus stimulus,
        String preNet,
        List<State> states,
        List<Transition> transitions,
        Combine combine,
        Sharing sharing,
        Normalization normalization,
        Readout readout,
        int classes,
        DataChoice data,
        Training training,
        Measure measure,
        Layout layout,
        Extras extras) {
    /** The format that this version reads and writes. */
    public static final int CURRENT_FORMAT = 1;

    public NetworkDocument {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
    }

    public Optional<State> state(String name) {
        return states.stream().filter(state -> state.name().equals(name)).findFirst();
    }

    public Optional<Transition> transition(String id) {
        return transitions.stream()
                .filter(transition -> transition.id().equals(id))
                .findFirst();
    }

    /** A builder that starts from this document. */
    public NetworkDocumentBuilder edit() {
        return new NetworkDocumentBuilder(this);
    }
}
