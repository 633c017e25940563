package org.unfoldlab.model.engine.plan;

import java.util.List;

/**
 * An array of a plan before it has an address.
 *
 * @param id 0, 1, 2 … in order of making
 * @param shape N×C×H×W for what flows between nodes; parameters as {@code Parameter.shape}; others [n]
 * @param place whose memory it lies in
 */
public record Value(int id, List<Integer> shape, Place place) {
    public Value {
        shape = List.copyOf(shape);
    }

    /** Whose memory an array lies in, and for how long. */
    public sealed interface Place {
        /** In the arena, from the first instruction that touches it to the last. */
        record Passing() implements Place {}

        /** Its own for as long as the plan lives: input, logits, statistics, states that must be readable. */
        record Kept() implements Place {}

        /** A learned tensor. */
        record Learned(String key) implements Place {}

        /** The summed gradient of a learned tensor. */
        record Gradient(String key) implements Place {}
    }

    /** Number of elements. */
    public int size() {
        return Math.toIntExact(elements());
    }

    /** Number of elements, of an array that nobody makes room for yet and that may be too large. */
    public long elements() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    /** True when it shares the arena with others. */
    public boolean passing() {
        return place instanceof Place.Passing;
    }

    /** Length of an axis. */
    public int axis(int index) {
        return shape.get(index);
    }
}
