package org.unfoldlab.datasets.batches;

/**
 * Batches that can be made in any order, each from its number alone. Making one uses scratch space: one thread at a
 * time.
 */
public interface BatchSource {
    /** How many batches one pass over the set has. */
    int perEpoch();

    /** A buffer that holds any of them. */
    Batch newBatch();

    /**
     * Makes one batch.
     *
     * @param epoch from 0
     * @param number within the epoch, 0 … {@link #perEpoch} − 1
     */
    void fill(int epoch, int number, Batch target);
}
