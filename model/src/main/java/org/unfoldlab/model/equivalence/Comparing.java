package org.unfoldlab.model.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.HostArray;

/** A comparison that grows while two sides run. */
final class Comparing {
    private final String engine;
    private final List<Map<StateAt, Difference>> states = new ArrayList<>();
    private @Nullable Difference logits;
    private @Nullable Difference loss;
    private Map<String, Difference> gradients = Map.of();
    private Map<String, Difference> weights = Map.of();
    private Map<String, Difference> statistics = Map.of();

    Comparing(String engine) {
        this.engine = engine;
    }

    /** States after as many training steps as were given before. */
    Map<StateAt, Difference> states(Map<StateAt, HostArray> folded, Map<StateAt, HostArray> other) {
        Map<StateAt, Difference> found = new LinkedHashMap<>();
        folded.forEach((at, value) -> found.put(at, Difference.of(value, partner(other, at))));
        states.add(found);
        return found;
    }

    /** What {@link #states} found last. */
    Map<StateAt, Difference> latestStates() {
        return states.get(states.size() - 1);
    }

    void answer(Side.Run folded, Side.Run other) {
        logits = Difference.of(folded.logits(), other.logits());
        loss = Difference.of(folded.loss(), other.loss());
    }

    Difference logits() {
        return Objects.requireNonNull(logits);
    }

    Difference loss() {
        return Objects.requireNonNull(loss);
    }

    void gradients(Map<String, Difference> found) {
        gradients = found;
    }

    void weights(Map<String, Difference> found) {
        weights = found;
    }

    void statistics(Map<NormPosition, double[]> folded, Map<NormPosition, double[]> other) {
        Map<String, Difference> found = new LinkedHashMap<>();
        folded.forEach(
                (position, values) -> found.put(position.toString(), Difference.of(values, partner(other, position))));
        statistics = found;
    }

    /** By key; both sides must have every key. */
    static Map<String, Difference> byKey(Map<String, HostArray> folded, Map<String, HostArray> other) {
        Map<String, Difference> found = new LinkedHashMap<>();
        folded.forEach((key, value) -> found.put(key, Difference.of(value, partner(other, key))));
        return found;
    }

    private static <K, V> V partner(Map<K, V> other, K key) {
        V value = other.get(key);
        if (value == null) {
            throw new IllegalStateException("only one side has " + key);
        }
        return value;
    }

    Comparison done() {
        return new Comparison(engine, states, logits(), loss(), gradients, weights, statistics);
    }
}
