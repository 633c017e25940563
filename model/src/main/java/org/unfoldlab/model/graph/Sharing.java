package org.unfoldlab.model.graph;

import java.util.List;

/** Which steps share one set of weights (SPEC §3; paper §3, weight sharing). */
public sealed interface Sharing {
    /** Time-invariant: one set of weights for each transition. */
    record OverTime() implements Sharing {}

    /** Time-variant: every step has its own weights. */
    record None() implements Sharing {}

    /**
     * Listed groups; the steps of group g (1-based) share the weights {@code setG/…}, every other step has its own.
     *
     * @param groups steps as written, e.g. {@code V1-V1@3}
     */
    record Groups(List<List<String>> groups) implements Sharing {
        public Groups {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }
}
