package org.unfoldlab.model.result;

import java.util.Arrays;

/**
 * What a network answers for one image when it is read out at one time.
 *
 * @param time the readout time T′
 * @param probabilities of each class, softmax of the logits, 0 … 1; not a number where a logit is none
 */
public record Guess(int time, double[] probabilities) {
    public Guess {
        probabilities = probabilities.clone();
    }

    /** p(c) = exp(z(c) − max z) / Σ exp(z − max z), so that nothing overflows. */
    public static Guess ofLogits(int time, double[] logits) {
        double largest = Arrays.stream(logits).max().orElse(0);
        double[] shares = Arrays.stream(logits).map(z -> Math.exp(z - largest)).toArray();
        double sum = Arrays.stream(shares).sum();
        return new Guess(time, Arrays.stream(shares).map(share -> share / sum).toArray());
    }

    @Override
    public double[] probabilities() {
        return probabilities.clone();
    }

    /** Probability of a class, 0 … 1. */
    public double of(int label) {
        return probabilities[label];
    }

    /** The first class of the largest probability; −1 when one is not a number. */
    public int choice() {
        return largest(probabilities, 0, probabilities.length);
    }

    /** The first of the largest among {@code count} values, counted from {@code start}; −1 when one is not a number. */
    public static int largest(double[] values, int start, int count) {
        int best = 0;
        for (int c = 0; c < count; c++) {
            if (Double.isNaN(values[start + c])) {
                return -1;
            }
            best = values[start + c] > values[start + best] ? c : best;
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Guess that && time == that.time && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * time + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "T = " + time + ": " + Arrays.toString(probabilities);
    }
}
