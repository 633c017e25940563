package org.unfoldlab.model.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Step;

/** Names the weights of every step, and so says which steps share (SPEC §3). */
public final class WeightNames {
    private final Sharing sharing;
    private final Map<Step, Integer> groups = new HashMap<>();

    public WeightNames(NetworkDocument document) {
        this(document.sharing());
    }

    WeightNames(Sharing sharing) {
        this.sharing = sharing;
        if (sharing instanceof Sharing.Groups listed) {
            List<List<String>> sets = listed.groups();
            for (int g = 1; g <= sets.size(); g++) {
                for (String written : sets.get(g - 1)) {
                    int group = g;
                    Step.parse(written).ifPresent(step -> groups.put(step, group));
                }
            }
        }
    }

    /**
     * Key of a weight tensor, e.g. {@code V1-V2/conv1}, {@code V1-V2/conv1@3} or {@code set2/conv1}.
     *
     * @param weight name within the step: {@code conv1}, {@code projection}, {@code gate}, {@code gate.bias}
     */
    public String key(Step step, String weight) {
        Optional<Integer> group = group(step);
        if (group.isPresent()) {
            return "set" + group.get() + "/" + weight;
        }
        String own = step.transition() + "/" + weight;
        return sharing instanceof Sharing.OverTime ? own : own + "@" + step.time();
    }

    /** The listed group that a step belongs to, 1-based. */
    public Optional<Integer> group(Step step) {
        return Optional.ofNullable(groups.get(step));
    }

    /** Two steps have the same owner exactly when they share their weights. */
    public String owner(Step step) {
        return key(step, "");
    }
}
