package org.unfoldlab.model.equivalence;

import org.unfoldlab.model.graph.Step;

/**
 * A nudge to the first weight of one step's copy in the unfolded network.
 *
 * @param step whose copy is pushed
 * @param amount added to the weight
 */
public record Push(Step step, double amount) {
    /** Large enough to be seen in a picture, small beside the weights. */
    public static final double USUAL = 0.01;
}
