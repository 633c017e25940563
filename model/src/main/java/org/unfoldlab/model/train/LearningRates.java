package org.unfoldlab.model.train;

import java.util.List;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.Training.Schedule;

/** The learning rate η of each epoch (SPEC §7). */
public final class LearningRates {
    private static final double LOG_FIRST = -1;
    private static final double LOG_LAST = -4;

    private LearningRates() {}

    /** The rate of an epoch, from 1. */
    public static double at(Training training, int epoch) {
        return at(training.schedule(), training.epochs(), epoch);
    }

    /**
     * The rate of an epoch.
     *
     * @param epochs of the whole training
     * @param epoch from 1
     */
    static double at(Schedule schedule, int epochs, int epoch) {
        if (schedule instanceof Schedule.Steps steps) {
            return ofPieces(steps.pieces(), epoch);
        }
        if (schedule instanceof Schedule.ImageNet) {
            double share = epochs == 1 ? 0 : (epoch - 1) / (double) (epochs - 1);
            return Math.pow(10, LOG_FIRST + (LOG_LAST - LOG_FIRST) * share);
        }
        // Rounded up, so that a run of one epoch learns at the first rate and not at the last.
        if (epoch <= (2 * epochs + 2) / 3) {
            return 0.01;
        }
        return epoch <= (5 * epochs + 5) / 6 ? 0.001 : 0.0001;
    }

    private static double ofPieces(List<Schedule.Piece> pieces, int epoch) {
        for (Schedule.Piece piece : pieces) {
            if (epoch <= piece.until()) {
                return piece.learningRate();
            }
        }
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs at least one learning rate");
        }
        return pieces.get(pieces.size() - 1).learningRate();
    }
}
