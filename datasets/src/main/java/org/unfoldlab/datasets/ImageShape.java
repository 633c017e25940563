package org.unfoldlab.datasets;

import java.util.Locale;

/**
 * The size of an image, all ≥ 1.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height in pixels
 * @param width in pixels
 */
public record ImageShape(int channels, int height, int width) {
    /** What one array holds, on every Java. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("an image cannot be " + channels + "x" + height + "x" + width);
        }
    }

    /** The number of values: channels × height × width. */
    public int length() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    /**
     * Makes sure that so many images of this shape can be held.
     *
     * @param name what the images are called
     */
    public void requireRoom(String name, int images) throws DatasetException {
        double bytes = (double) images * channels * height * width;
        if (bytes > MOST_BYTES) {
            throw new DatasetException(String.format(
                    Locale.ROOT,
                    "%s would fill %.0f MiB at %s, and 2047 MiB is the most; choose a smaller image size or fewer images.",
                    name,
                    Math.floor(bytes / (1 << 20)),
                    this));
        }
    }

    /** As users read it, e.g. {@code 3x32x32}. */
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
