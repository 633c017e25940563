package org.unfoldlab.model.engine.unfolded;

import java.util.Set;
import org.unfoldlab.model.graph.Step;

/**
 * Which copies follow the paper's rule.
 *
 * @param untied steps whose copies move by their own gradient alone; all others still receive the whole sum
 * @param unsummed steps whose gradient is forgotten in the sum, the mistake that is made most easily
 */
public record Tying(Set<Step> untied, Set<Step> unsummed) {
    /** Every copy's gradient is replaced by the sum over its group (paper §3). */
    public static final Tying PAPER = new Tying(Set.of(), Set.of());

    public Tying {
        untied = Set.copyOf(untied);
        unsummed = Set.copyOf(unsummed);
    }
}
