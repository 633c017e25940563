package org.unfoldlab.model.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.NetworkDocument;

/**
 * One network and the values that each of its settings is to take; every combination is a run. A setting with one value
 * is simply set.
 *
 * @param base what is not varied
 * @param values canonical (see {@link Axis#canonical}), each once, at least one an axis
 * @param extras fields of its file that this version does not know
 */
public record Sweep(String title, NetworkDocument base, Map<Axis, List<String>> values, Extras extras) {
    /** More would be a mistake in writing: it is refused before anything starts. */
    public static final int MOST_RUNS = 1000;

    public Sweep {
        Map<Axis, List<String>> ordered = new EnumMap<>(Axis.class);
        values.forEach((axis, list) -> {
            List<String> once = list.stream()
                    .map(value -> axis.canonical(value)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    axis.key() + " must be " + axis.wanted() + ", got " + value)))
                    .distinct()
                    .toList();
            if (once.isEmpty()) {
                throw new IllegalArgumentException(axis.key() + " has no value");
            }
            ordered.put(axis, once);
        });
        values = Collections.unmodifiableMap(ordered);
    }

    public Sweep(String title, NetworkDocument base, Map<Axis, List<String>> values) {
        this(title, base, values, Extras.NONE);
    }

    /** Number of combinations. */
    public long size() {
        long product = 1;
        for (List<String> list : values.values()) {
            product = Math.min(Integer.MAX_VALUE, product * list.size());
        }
        return product;
    }

    /** Axes with more than one value: what tells the runs apart. */
    public List<Axis> varied() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Why there are too many runs; empty when there are not. */
    public Optional<String> tooMany() {
        return size() > MOST_RUNS
                ? Optional.of("The sweep has " + size() + " runs; at most " + MOST_RUNS
                        + " can be queued. Leave out some values.")
                : Optional.empty();
    }

    /**
     * All runs in the order in which they are best trained: every combination once before the next seed begins, so
     * that an unfinished sweep has something to say about each.
     */
    public List<PlannedRun> runs() {
        if (tooMany().isPresent()) {
            return List.of();
        }
        return new Planning(this).runs();
    }

    /** All combinations, the seed slowest and the other axes in their order, the last of them fastest. */
    List<Map<Axis, String>> combinations() {
        List<Axis> slowestFirst = new ArrayList<>(values.keySet());
        if (slowestFirst.remove(Axis.SEED)) {
            slowestFirst.add(0, Axis.SEED);
        }
        List<Map<Axis, String>> combinations = List.of(new EnumMap<>(Axis.class));
        for (Axis axis : slowestFirst) {
            List<Map<Axis, String>> longer = new ArrayList<>();
            for (Map<Axis, String> shorter : combinations) {
                for (String value : values.getOrDefault(axis, List.of())) {
                    Map<Axis, String> one = new EnumMap<>(Axis.class);
                    one.putAll(shorter);
                    one.put(axis, value);
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
