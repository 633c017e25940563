package org.unfoldlab.model.engine;

import java.util.EnumSet;
import java.util.Set;
import org.unfoldlab.model.program.optimize.Pass;

/**
 * How to lay a program out.
 *
 * @param batch images at a time
 * @param keepStates true when every h(t) must be readable after a run, at the price of memory
 * @param threads threads to compute with, 0 for the machine's physical cores
 * @param passes what may be done to compute the same in less time
 */
public record Plan(Mode mode, int batch, Precision precision, boolean keepStates, int threads, Set<Pass> passes) {
    public Plan {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch needs at least one image, got " + batch);
        }
        passes = Set.copyOf(passes);
    }

    public Plan(Mode mode, int batch, Precision precision, boolean keepStates, int threads) {
        this(mode, batch, precision, keepStates, threads, Pass.usual());
    }

    public Plan(Mode mode, int batch, Precision precision) {
        this(mode, batch, precision, false, 0);
    }

    public Plan keepingStates() {
        return new Plan(mode, batch, precision, true, threads, passes);
    }

    /** The same plan with these passes and no other. */
    public Plan withPasses(Set<Pass> others) {
        return new Plan(mode, batch, precision, keepStates, threads, others);
    }

    /** The same plan without a pass. */
    public Plan without(Pass pass) {
        Set<Pass> left = EnumSet.noneOf(Pass.class);
        left.addAll(passes);
        left.remove(pass);
        return withPasses(left);
    }
}
