package org.unfoldlab.model.train;

import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutPoint;

/** Sums up the answers at one readout time over a test set. */
final class Answers {
    private double lossSum;
    private int wrong;
    private int images;

    /**
     * Counts a batch.
     *
     * @param logits N×classes
     * @param labels of its images
     * @param from first image to count; those before were counted in an earlier batch
     * @param to one past the last image to count
     */
    void add(HostArray logits, int[] labels, int from, int to) {
        double[] values = logits.asDoubles();
        int classes = logits.shape()[1];
        for (int image = from; image < to; image++) {
            lossSum += crossEntropy(values, image * classes, classes, labels[image]);
            wrong += Guess.largest(values, image * classes, classes) == labels[image] ? 0 : 1;
            images++;
        }
    }

    /** −log softmax(logits)[label], computed from the largest logit so that nothing overflows. */
    private static double crossEntropy(double[] values, int start, int classes, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, values[start + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(values[start + c] - largest);
        }
        return Math.log(sum) + largest - values[start + label];
    }

    ReadoutPoint.Measured at(int readoutTime) {
        return new ReadoutPoint.Measured(readoutTime, wrong / (double) images, lossSum / images);
    }
}
