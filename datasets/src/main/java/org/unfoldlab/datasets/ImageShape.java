package org.unfoldlab.datasets;

/**
 * The size of an image, all ≥ 1.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height in pixels
 * @param width in pixels
 */
public record ImageShape(int channels, int height, int width) {
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("an image cannot be " + channels + "x" + height + "x" + width);
        }
    }

    /** The number of values: channels × height × width. */
    public int length() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    /** As users read it, e.g. {@code 3x32x32}. */
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
