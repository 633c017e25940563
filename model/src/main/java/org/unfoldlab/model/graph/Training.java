package org.unfoldlab.model.graph;

import java.util.List;

/**
 * How to train: mini-batch SGD with momentum (SPEC §7).
 *
 * @param epochs passes over the training set, at least 1
 * @param batch images in a mini-batch, at least 2
 * @param momentum μ, 0 ≤ μ &lt; 1
 * @param weightDecay λ, on convolution, deconvolution, gate and fully connected weights
 * @param schedule the learning rate, epoch by epoch
 * @param augmentation how training images vary
 * @param seed source of every random choice
 */
public record Training(
        int epochs,
        int batch,
        double momentum,
        double weightDecay,
        Schedule schedule,
        Augmentation augmentation,
        long seed,
        Extras extras) {
    /** The paper's settings; weight decay, which it does not state, after He et al. 2015. */
    public static final Training PAPER =
            new Training(60, 64, 0.9, 1e-4, new Schedule.Paper(), Augmentation.CROP_AND_MIRROR, 1, Extras.NONE);

    public Training withEpochs(int newEpochs) {
        return new Training(newEpochs, batch, momentum, weightDecay, schedule, augmentation, seed, extras);
    }

    public Training withBatch(int newBatch) {
        return new Training(epochs, newBatch, momentum, weightDecay, schedule, augmentation, seed, extras);
    }

    public Training withSeed(long newSeed) {
        return new Training(epochs, batch, momentum, weightDecay, schedule, augmentation, newSeed, extras);
    }

    /** With one learning rate for all epochs. */
    public Training withRate(double learningRate) {
        return withSchedule(new Schedule.Steps(List.of(new Schedule.Piece(epochs, learningRate))));
    }

    public Training withSchedule(Schedule newSchedule) {
        return new Training(epochs, batch, momentum, weightDecay, newSchedule, augmentation, seed, extras);
    }

    /** How training images vary from epoch to epoch. */
    public enum Augmentation {
        NONE,
        /** Pad by 4, crop at random, mirror half of them (He et al. 2015). */
        CROP_AND_MIRROR
    }

    /** Learning rate by epoch. */
    public sealed interface Schedule {
        /** 0.01 to 2/3 of the epochs, 0.001 to 5/6, then 0.0001: with 60 epochs the paper's 40, 10, 10. */
        record Paper() implements Schedule {}

        /** From 0.1 to 0.0001, evenly in the logarithm: the paper's ImageNet schedule, there over 12 epochs. */
        record ImageNet() implements Schedule {}

        /** Own pieces; the last rate goes on after the last piece. */
        record Steps(List<Piece> pieces) implements Schedule {
            public Steps {
                pieces = List.copyOf(pieces);
            }
        }

        /**
         * A constant rate up to and including an epoch.
         *
         * @param until last epoch, 1-based
         * @param learningRate η
         */
        record Piece(int until, double learningRate, Extras extras) {
            public Piece(int until, double learningRate) {
                this(until, learningRate, Extras.NONE);
            }
        }
    }
}
