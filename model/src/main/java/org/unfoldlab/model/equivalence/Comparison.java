package org.unfoldlab.model.equivalence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.unfoldlab.model.program.StateAt;

/**
 * All differences between the folded network and another execution.
 *
 * @param engine name of the other one
 * @param states every h(t), for each number of training steps 0 … k, in order of time
 * @param logits at the start
 * @param loss at the start
 * @param gradients at the start, by key; copies summed
 * @param weights after k training steps, by key
 * @param statistics running means and variances after k training steps, by batch-norm position
 */
public record Comparison(
        String engine,
        List<Map<StateAt, Difference>> states,
        Difference logits,
        Difference loss,
        Map<String, Difference> gradients,
        Map<String, Difference> weights,
        Map<String, Difference> statistics) {
    private static final Difference SAME = new Difference(0, 0, 0, 0);

    public Comparison {
        states = states.stream()
                .map(map -> Collections.unmodifiableMap(new LinkedHashMap<>(map)))
                .toList();
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
    }

    /** What is compared as a whole, in the order of a report. */
    public enum Part {
        STATES("States h(t)"),
        LOGITS("Logits"),
        LOSS("Loss"),
        GRADIENTS("Gradients, copies summed"),
        WEIGHTS("Weights"),
        STATISTICS("Running statistics");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The worst of a part; its norms are those of all its arrays together. */
    public Difference worst(Part part) {
        return switch (part) {
            case STATES -> worst(states.stream().flatMap(map -> map.values().stream()));
            case LOGITS -> logits;
            case LOSS -> loss;
            case GRADIENTS -> worst(gradients.values().stream());
            case WEIGHTS -> worst(weights.values().stream());
            case STATISTICS -> worst(statistics.values().stream());
        };
    }

    private static Difference worst(Stream<Difference> differences) {
        List<Difference> all = differences.toList();
        Difference worst = all.stream().reduce(SAME, BinaryOperator.maxBy((a, b) -> a.worse(b) == a ? 1 : -1));
        double folded =
                Math.sqrt(all.stream().mapToDouble(d -> d.folded() * d.folded()).sum());
        double other =
                Math.sqrt(all.stream().mapToDouble(d -> d.other() * d.other()).sum());
        return new Difference(folded, other, worst.absolute(), worst.relative());
    }

    /** The worst of everything. */
    public double worst() {
        double worst = 0;
        for (Part part : Part.values()) {
            double relative = worst(part).relative();
            worst = Double.isNaN(relative) || relative > worst ? relative : worst;
            if (Double.isNaN(worst)) {
                return worst;
            }
        }
        return worst;
    }

    /** Where a bound is broken first: the earliest training step, then the earliest t, then the other parts. */
    Optional<Verdict.Different> firstBeyond(double bound, List<String> reasons) {
        for (int step = 0; step < states.size(); step++) {
            for (Map.Entry<StateAt, Difference> entry : states.get(step).entrySet()) {
                if (!entry.getValue().within(bound)) {
                    Verdict.Place place = new Verdict.OfState(entry.getKey(), step);
                    return Optional.of(
                            new Verdict.Different(place, entry.getValue().relative(), reasons));
                }
            }
        }
        return parts().stream()
                .filter(found -> !found.difference().within(bound))
                .findFirst()
                .map(found ->
                        new Verdict.Different(found.place(), found.difference().relative(), reasons));
    }

    private record Found(Verdict.Place place, Difference difference) {}

    private List<Found> parts() {
        List<Found> parts = new ArrayList<>();
        parts.add(new Found(new Verdict.OfPart(Part.LOGITS, ""), logits));
        parts.add(new Found(new Verdict.OfPart(Part.LOSS, ""), loss));
        gradients.forEach((key, d) -> parts.add(new Found(new Verdict.OfPart(Part.GRADIENTS, key), d)));
        weights.forEach((key, d) -> parts.add(new Found(new Verdict.OfPart(Part.WEIGHTS, key), d)));
        statistics.forEach((key, d) -> parts.add(new Found(new Verdict.OfPart(Part.STATISTICS, key), d)));
        return parts;
    }
}
