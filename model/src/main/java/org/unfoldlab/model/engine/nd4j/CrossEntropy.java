package org.unfoldlab.model.engine.nd4j;

import org.unfoldlab.model.engine.plan.Numbers;

/**
 * Softmax cross-entropy of a batch and its gradient: loss = −mean over images of log softmax(logits)[label]; gradient
 * = (softmax − one-hot) / images. A few thousand numbers, computed in float64.
 */
final class CrossEntropy {
    private final Numbers logits;
    private final Numbers gradient;
    private final int images;
    private final int classes;
    private double loss;
    private int correct;

    CrossEntropy(Numbers logits, Numbers gradient, int images) {
        this.logits = logits;
        this.gradient = gradient;
        this.images = images;
        classes = logits.size() / images;
    }

    /**
     * Computes loss and gradient.
     *
     * @throws IllegalArgumentException when a label is no class
     */
    void compute(int[] labels) {
        if (labels.length != images) {
            throw new IllegalArgumentException("a batch of " + images + " images has " + labels.length + " labels");
        }
        double sum = 0;
        int right = 0;
        for (int i = 0; i < images; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("label " + labels[i] + " is not one of " + classes + " classes");
            }
            int best = best(i);
            right += best == labels[i] ? 1 : 0;
            sum += image(i, labels[i], logits.get(i * classes + best));
        }
        loss = sum / images;
        correct = right;
    }

    /** The first of the largest logits. */
    private int best(int image) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (logits.get(image * classes + c) > logits.get(image * classes + best)) {
                best = c;
            }
        }
        return best;
    }

    /** The loss of one image; writes its gradient. */
    private double image(int image, int label, double largest) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits.get(image * classes + c) - largest);
        }
        for (int c = 0; c < classes; c++) {
            double p = Math.exp(logits.get(image * classes + c) - largest) / sum;
            gradient.put(image * classes + c, (p - (c == label ? 1 : 0)) / images);
        }
        return Math.log(sum) + largest - logits.get(image * classes + label);
    }

    double loss() {
        return loss;
    }

    /** Images whose largest logit was the label's. */
    int correct() {
        return correct;
    }
}
