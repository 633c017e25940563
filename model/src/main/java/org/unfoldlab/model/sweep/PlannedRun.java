package org.unfoldlab.model.sweep;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Problem;

/**
 * One run of a sweep.
 *
 * @param number from 1, in the order of training
 * @param name what tells it from the others, e.g. {@code T = 5, TSBN, seed 2}
 * @param condition its name without the seed: runs of one condition are repetitions
 * @param settings the value of each axis
 * @param document what is trained
 * @param problems why it cannot be trained; empty when it can
 */
public record PlannedRun(
        int number,
        String name,
        String condition,
        Map<Axis, String> settings,
        NetworkDocument document,
        List<Problem> problems) {
    public PlannedRun {
        Map<Axis, String> ordered = new EnumMap<>(Axis.class);
        ordered.putAll(settings);
        settings = Collections.unmodifiableMap(ordered);
        problems = List.copyOf(problems);
    }

    public boolean canTrain() {
        return problems.isEmpty();
    }

    /** Why it cannot be trained, in a line. */
    public String complaint() {
        return problems.stream().map(Problem::sentence).findFirst().orElse("");
    }
}
