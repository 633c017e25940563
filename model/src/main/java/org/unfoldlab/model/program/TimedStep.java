package org.unfoldlab.model.program;

import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.network.CheckedTransition;

/**
 * One step of the unrolled network: a transition that could run at t, since its window holds t and its source is
 * populated.
 *
 * @param runs false for a ghost: nothing that is read out depends on it, so it is neither computed nor counted
 */
public record TimedStep(CheckedTransition transition, int time, boolean runs) {
    public Step step() {
        return new Step(transition.id(), time);
    }

    /** h(t − 1) of the source. */
    public StateAt input() {
        return new StateAt(transition.source().name(), time - 1);
    }

    /** h(t) of the target, to which this step contributes. */
    public StateAt output() {
        return new StateAt(transition.target().name(), time);
    }
}
