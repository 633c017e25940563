package org.unfoldlab.datasets.batches;

import org.unfoldlab.datasets.SeededRandom;

/**
 * What is done to a training image at random: padded on every side, cropped back to its size at a random place, and
 * mirrored left to right with probability ½ (He et al. 2015, section 4.2). The padding is 0 after normalisation, so it
 * has the colour of the training set's mean.
 *
 * @param pad pixels on each side, ≥ 0
 * @param mirror whether images may be mirrored
 */
public record Augmentation(int pad, boolean mirror) {
    /** Every image as it is. */
    public static final Augmentation NONE = new Augmentation(0, false);

    /** SPEC §7: pad 4, random crop, mirror. */
    public static final Augmentation STANDARD = new Augmentation(4, true);

    public Augmentation {
        if (pad < 0) {
            throw new IllegalArgumentException("padding must be >= 0 pixels, got " + pad);
        }
    }

    /**
     * What happens to one image: the crop starts {@code down} rows and {@code right} columns from the unpadded corner.
     *
     * @param down −pad … pad
     * @param right −pad … pad
     */
    record Draw(int down, int right, boolean mirrored) {
        static final Draw NOTHING = new Draw(0, 0, false);
    }

    Draw draw(SeededRandom random) {
        int down = random.nextInt(2 * pad + 1) - pad;
        int right = random.nextInt(2 * pad + 1) - pad;
        return new Draw(down, right, mirror && random.nextBoolean(0.5));
    }
}
