package org.unfoldlab.model.explore;

import java.util.Optional;
import java.util.Random;
import org.unfoldlab.datasets.ImageShape;

/**
 * What is done to an image before the network sees it: noise over all of it, then a patch that hides a part.
 *
 * @param patch what is hidden, if anything
 * @param noise deviation σ of Gaussian noise that is added to each value, in grey levels of 0 … 255; clipped to them
 * @param seed of the noise: the same seed gives the same noise
 */
public record Spoiling(Optional<Patch> patch, double noise, long seed) {
    /** The image as it is. */
    public static final Spoiling NONE = new Spoiling(Optional.empty(), 0, 1);

    public Spoiling {
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw new IllegalArgumentException("noise is 0 or above, got " + noise);
        }
    }

    /**
     * A square.
     *
     * @param row of its upper edge, in px of the image
     * @param column of its left edge, in px of the image
     * @param size of a side, in px
     */
    public record Patch(int row, int column, int size) {
        /** Moved so far that it lies inside the image. */
        public Patch within(int height, int width) {
            return new Patch(
                    Math.max(0, Math.min(height - size, row)), Math.max(0, Math.min(width - size, column)), size);
        }
    }

    /** Whether the image stays as it is. */
    public boolean isNone() {
        return patch.isEmpty() && noise == 0;
    }

    public Spoiling withPatch(Optional<Patch> other) {
        return new Spoiling(other, noise, seed);
    }

    public Spoiling withNoise(double other) {
        return new Spoiling(patch, other, seed);
    }

    public Spoiling withSeed(long other) {
        return new Spoiling(patch, noise, other);
    }

    /**
     * Spoils an image.
     *
     * @param pixels channels × height × width bytes, left as they are
     * @param fill what a hidden pixel holds, one value a channel: the mean of the training set says nothing
     */
    public byte[] apply(byte[] pixels, ImageShape shape, byte[] fill) {
        byte[] spoilt = pixels.clone();
        if (noise > 0) {
            addNoise(spoilt);
        }
        patch.ifPresent(hidden -> hide(hidden, spoilt, shape, fill));
        return spoilt;
    }

    private void addNoise(byte[] pixels) {
        Random random = new Random(seed);
        for (int i = 0; i < pixels.length; i++) {
            long value = Math.round((pixels[i] & 0xff) + noise * random.nextGaussian());
            pixels[i] = (byte) Math.max(0, Math.min(255, value));
        }
    }

    private static void hide(Patch patch, byte[] pixels, ImageShape shape, byte[] fill) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = Math.max(0, patch.row); row < Math.min(shape.height(), patch.row + patch.size); row++) {
                int start = (channel * shape.height() + row) * shape.width();
                int from = Math.max(0, patch.column);
                int to = Math.min(shape.width(), patch.column + patch.size);
                if (from < to) {
                    java.util.Arrays.fill(pixels, start + from, start + to, fill[channel]);
                }
            }
        }
    }
}
