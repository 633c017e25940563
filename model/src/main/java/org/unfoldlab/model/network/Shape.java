package org.unfoldlab.model.network;

/**
 * Shape of one image's array: channels × height × width.
 */
public record Shape(int channels, int height, int width) {
    /** Number of values. */
    public long size() {
        return (long) channels * height * width;
    }

    @Override
    public String toString() {
        return channels + " × " + height + " × " + width;
    }
}
