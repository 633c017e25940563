package org.unfoldlab.model.equivalence;

import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Update;

/**
 * How to check.
 *
 * @param trainingSteps k, steps of momentum SGD on one batch, 0 or more
 * @param batch images, at least 1
 * @param seed of images, labels and initial weights
 * @param alteration what to make different on purpose
 */
public record EquivalenceSettings(Precision precision, int trainingSteps, int batch, long seed, Alteration alteration) {
    /** In double precision, five training steps on two images. */
    public static final EquivalenceSettings USUAL = new EquivalenceSettings(Precision.DOUBLE, 5, 2, 1, Alteration.NONE);

    /** Multiply-adds of one forward pass that are answered in a few seconds on two cores. */
    private static final long QUICK_WORK = 1_500_000_000L;

    private static final int MOST_IMAGES = 4;

    /** The paper's first learning rate and momentum, the usual decay. */
    static final Update UPDATE = new Update(0.01, 0.9, 1e-4);

    public EquivalenceSettings {
        if (trainingSteps < 0 || batch < 1) {
            throw new IllegalArgumentException(
                    "needs 0 or more training steps and 1 or more images, got " + trainingSteps + " and " + batch);
        }
    }

    /**
     * How many images to compare unless told otherwise: as many as are quick, 1 to 4.
     *
     * @param multiplyAdds of the network, for one image
     */
    public static int usualBatch(long multiplyAdds) {
        return (int) Math.max(1, Math.min(MOST_IMAGES, QUICK_WORK / Math.max(1, multiplyAdds)));
    }

    /**
     * The relative difference that rounding alone can explain: 1e-9 in float64, 1e-4 in float32 (SPEC §6), and
     * as much more where factors are rounded as they have fewer digits.
     */
    public double bound() {
        return switch (precision) {
            case DOUBLE -> 1e-9;
            case FLOAT -> 1e-4;
            case TF32 -> 1e-2;
            case BFLOAT16 -> 1e-1;
        };
    }

    /** {@code float64}, {@code float32} or what the factors are rounded to. */
    public String precisionName() {
        return switch (precision) {
            case DOUBLE -> "float64";
            case FLOAT -> "float32";
            case TF32, BFLOAT16 -> precision.text();
        };
    }

    public EquivalenceSettings withPrecision(Precision newPrecision) {
        return new EquivalenceSettings(newPrecision, trainingSteps, batch, seed, alteration);
    }

    public EquivalenceSettings withTrainingSteps(int steps) {
        return new EquivalenceSettings(precision, steps, batch, seed, alteration);
    }

    public EquivalenceSettings withBatch(int images) {
        return new EquivalenceSettings(precision, trainingSteps, images, seed, alteration);
    }

    public EquivalenceSettings withSeed(long newSeed) {
        return new EquivalenceSettings(precision, trainingSteps, batch, newSeed, alteration);
    }

    public EquivalenceSettings withAlteration(Alteration newAlteration) {
        return new EquivalenceSettings(precision, trainingSteps, batch, seed, newAlteration);
    }
}
