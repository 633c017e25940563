package org.unfoldlab.model.equivalence;

import java.util.List;

/**
 * The gradients that the copies of one tensor received, their sum, and the folded gradient. Bars add up: every value
 * below is that of the same single weight, the one with the largest folded gradient.
 *
 * @param key of the folded tensor
 * @param weight row-major index of the weight that values are given of
 * @param copies in order of time
 * @param sum of the copies that are counted, at the weight
 * @param folded gradient at the weight
 * @param difference of the whole tensor, sum against folded
 */
public record CopyGradients(
        String key, int weight, List<OneCopy> copies, double sum, double folded, Difference difference) {
    public CopyGradients {
        copies = List.copyOf(copies);
    }

    /**
     * One copy's gradient.
     *
     * @param place the step that uses the copy, e.g. {@code V1-V2@3}, or {@code pre-net}, {@code post-net@6}
     * @param time t of the step, −1 for pre- and post-net
     * @param value at the weight
     * @param norm Euclidean norm of the whole tensor
     */
    public record OneCopy(String place, int time, double value, double norm) {}
}
