package org.unfoldlab.model.engine.unfolded;

import java.util.Set;
import org.unfoldlab.model.graph.Step;

/**
 * Which copies follow the paper's rule.
 *
 * @param untied steps whose copies keep their own gradient instead of their group's sum, and are left out of the sum
 */
public record Tying(Set<Step> untied) {
    /** Every copy's gradient is replaced by the sum over its group (paper §3). */
    public static final Tying PAPER = new Tying(Set.of());

    public Tying {
        untied = Set.copyOf(untied);
    }
}
