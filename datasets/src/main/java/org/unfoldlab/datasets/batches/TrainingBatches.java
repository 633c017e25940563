package org.unfoldlab.datasets.batches;

import java.util.Objects;
import org.unfoldlab.datasets.ChannelStatistics;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.SeededRandom;

/**
 * The batches of training: each epoch visits the set in its own random order, from (seed, epoch), and changes each
 * image at random, from (seed, epoch, image). So batch (epoch, number) is the same whenever and wherever it is made.
 *
 * <p>All batches of an epoch are full, since engines plan for one batch size: the images left over sit out that epoch
 * (another draw leaves out others). A set smaller than one batch gives one smaller batch.
 */
public final class TrainingBatches implements BatchSource {
    /** Keeps the draws of order and augmentation apart. */
    private static final long ORDER = 1;

    private static final long AUGMENTATION = 2;

    private final ImageSet set;
    private final ImageWriter writer;
    private final int batchSize;
    private final long seed;
    private final Augmentation augmentation;
    private int[] order = {};
    private int orderedEpoch = -1;

    /**
     * Batches of a training set.
     *
     * @param statistics the training set's, by which images are normalised
     * @param batchSize ≥ 1; the size of every batch, unless the set is smaller
     */
    public TrainingBatches(
            ImageSet set, ChannelStatistics statistics, int batchSize, long seed, Augmentation augmentation) {
        if (batchSize < 1 || set.size() < 1) {
            throw new IllegalArgumentException("no batches of " + batchSize + " images from " + set);
        }
        this.set = set;
        this.writer = new ImageWriter(set, statistics);
        this.batchSize = Math.min(batchSize, set.size());
        this.seed = seed;
        this.augmentation = augmentation;
    }

    /** The size of every batch. */
    public int batchSize() {
        return batchSize;
    }

    @Override
    public int perEpoch() {
        return set.size() / batchSize;
    }

    @Override
    public Batch newBatch() {
        return Batch.forImagesOf(set, batchSize);
    }

    @Override
    public void fill(int epoch, int number, Batch target) {
        Objects.checkIndex(number, perEpoch());
        orderFor(epoch);
        target.begin(epoch, number, batchSize);
        for (int i = 0; i < batchSize; i++) {
            int image = order[number * batchSize + i];
            writer.write(target, i, image, augmentation.draw(SeededRandom.at(seed, AUGMENTATION, epoch, image)));
        }
    }

    private void orderFor(int epoch) {
        if (epoch != orderedEpoch) {
            order = SeededRandom.at(seed, ORDER, epoch).permutation(set.size());
            orderedEpoch = epoch;
        }
    }
}
