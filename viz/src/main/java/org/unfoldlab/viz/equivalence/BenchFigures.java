package org.unfoldlab.viz.equivalence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unfoldlab.model.equivalence.Difference;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.StateAt;

/**
 * What a check has found of the states, after so many training steps.
 *
 * @param states differences found so far
 * @param bound largest relative difference that rounding explains
 * @param altered steps that were made different on purpose
 */
public record BenchFigures(Map<StateAt, Difference> states, double bound, Set<Step> altered) {
    /** Nothing found yet. */
    public static final BenchFigures NONE = new BenchFigures(Map.of(), 1e-9, Set.of());

    public BenchFigures {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        altered = Set.copyOf(altered);
    }

    /** The difference of h(t), once it is known. */
    Optional<Difference> at(StateAt at) {
        return Optional.ofNullable(states.get(at));
    }

    boolean isEmpty() {
        return states.isEmpty();
    }
}
