package org.unfoldlab.model.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.program.StateAt;

/**
 * What a trained network holds and answers at each t, for one image.
 *
 * @param states h(t), C×H×W, of every state that some answer depends on
 * @param guesses by readout time, ascending; only times with an answer
 * @param unanswered the other readout times that were asked for, and why they have no answer
 */
public record Thought(Map<StateAt, HostArray> states, List<Guess> guesses, List<ReadoutPoint> unanswered) {
    /** Nothing is known yet. */
    public static final Thought NONE = new Thought(Map.of(), List.of(), List.of());

    public Thought {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        guesses = List.copyOf(guesses);
        unanswered = List.copyOf(unanswered);
    }

    /** The answer when read out at that time; absent where there is none. */
    public Optional<Guess> at(int readoutTime) {
        return guesses.stream().filter(guess -> guess.time() == readoutTime).findFirst();
    }

    /** The readout times at which another class is chosen than at the answered time before, ascending. */
    public List<Guess> changes() {
        return java.util.stream.IntStream.range(1, guesses.size())
                .filter(i -> guesses.get(i).choice() != guesses.get(i - 1).choice())
                .mapToObj(guesses::get)
                .toList();
    }
}
