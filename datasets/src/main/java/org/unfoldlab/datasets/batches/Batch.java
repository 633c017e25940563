package org.unfoldlab.datasets.batches;

import org.unfoldlab.datasets.ImageSet;

/**
 * A reusable buffer for one batch: normalised images, their labels and their numbers in the set. Its arrays have room
 * for {@link #capacity} images, of which the first {@link #size} hold the batch; they are handed out as they are, so
 * that nothing is allocated or copied in steady state. Belongs to one thread at a time.
 */
public final class Batch {
    private final float[] inputs;
    private final int[] labels;
    private final int[] images;
    private final int imageLength;
    private int size;
    private int epoch;
    private int number;

    private Batch(int capacity, int imageLength) {
        this.inputs = new float[Math.multiplyExact(capacity, imageLength)];
        this.labels = new int[capacity];
        this.images = new int[capacity];
        this.imageLength = imageLength;
    }

    /** An empty buffer for batches of up to {@code capacity} images of this set's shape. */
    public static Batch forImagesOf(ImageSet set, int capacity) {
        return new Batch(capacity, set.imageLength());
    }

    /** The images, N × channels × height × width, of which {@link #size} × {@link #imageLength} values are valid. */
    public float[] inputs() {
        return inputs;
    }

    /** The class of each image. */
    public int[] labels() {
        return labels;
    }

    /** The number of each image in its set. */
    public int[] images() {
        return images;
    }

    /** How many images the batch holds. */
    public int size() {
        return size;
    }

    /** How many it has room for. */
    public int capacity() {
        return labels.length;
    }

    /** channels × height × width. */
    public int imageLength() {
        return imageLength;
    }

    /** The epoch it belongs to, from 0; 0 for evaluation. */
    public int epoch() {
        return epoch;
    }

    /** Its number within the epoch, from 0. */
    public int number() {
        return number;
    }

    void begin(int newEpoch, int newNumber, int newSize) {
        if (newSize > capacity()) {
            throw new IllegalArgumentException("a buffer for " + capacity() + " images cannot hold " + newSize);
        }
        epoch = newEpoch;
        number = newNumber;
        size = newSize;
    }
}
