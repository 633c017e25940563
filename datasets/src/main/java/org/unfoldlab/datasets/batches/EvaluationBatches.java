package org.unfoldlab.datasets.batches;

import java.util.Objects;
import org.unfoldlab.datasets.ChannelStatistics;
import org.unfoldlab.datasets.ImageSet;

/** The batches of a measurement: every image once, in the set's order, unchanged; the last batch may be smaller. */
public final class EvaluationBatches implements BatchSource {
    private final ImageSet set;
    private final ImageWriter writer;
    private final int batchSize;

    /**
     * Batches over a whole set.
     *
     * @param statistics the training set's, by which images are normalised
     * @param batchSize ≥ 1; the largest size of a batch
     */
    public EvaluationBatches(ImageSet set, ChannelStatistics statistics, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch has at least 1 image, got " + batchSize);
        }
        this.set = set;
        this.writer = new ImageWriter(set, statistics);
        this.batchSize = batchSize;
    }

    @Override
    public int perEpoch() {
        return (set.size() + batchSize - 1) / batchSize;
    }

    @Override
    public Batch newBatch() {
        return Batch.forImagesOf(set, batchSize);
    }

    /** Makes batch {@code number}; every epoch has the same ones. */
    @Override
    public void fill(int epoch, int number, Batch target) {
        int first = Objects.checkIndex(number, perEpoch()) * batchSize;
        target.begin(epoch, number, Math.min(batchSize, set.size() - first));
        for (int i = 0; i < target.size(); i++) {
            writer.write(target, i, first + i, Augmentation.Draw.NOTHING);
        }
    }
}
