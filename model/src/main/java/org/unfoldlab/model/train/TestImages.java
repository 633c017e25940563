package org.unfoldlab.model.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.unfoldlab.datasets.ChannelStatistics;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.batches.Batch;
import org.unfoldlab.datasets.batches.EvaluationBatches;
import org.unfoldlab.model.result.HostArray;

/**
 * A set cut into batches for measuring, normalised with the training set's statistics.
 *
 * @param statistics of the training set's channels
 */
record TestImages(ImageSet set, ChannelStatistics statistics) {
    /**
     * Some images.
     *
     * @param images N×C×H×W
     * @param from the first that was in no chunk before
     */
    record Chunk(HostArray images, int[] labels, int from) {}

    int chunks(int size) {
        return (set.size() + size - 1) / size;
    }

    /** Chunk number {@code index} of at most {@code size} images; the last may be smaller. */
    Chunk chunk(int index, int size) {
        EvaluationBatches batches = new EvaluationBatches(set, statistics, size);
        Batch batch = batches.newBatch();
        batches.fill(0, index, batch);
        int[] shape = {batch.size(), set.channels(), set.height(), set.width()};
        float[] inputs = Arrays.copyOf(batch.inputs(), batch.size() * batch.imageLength());
        return new Chunk(HostArray.ofFloats(shape, inputs), Arrays.copyOf(batch.labels(), batch.size()), 0);
    }

    /** The same, but always full: the last begins with images that were in the chunk before. */
    Chunk fullChunk(int index, int size) {
        int first = Math.min(index * size, set.size() - size);
        ImageSet chosen = set.select(IntStream.range(first, first + size).toArray());
        Chunk chunk = new TestImages(chosen, statistics).chunk(0, size);
        return new Chunk(chunk.images(), chunk.labels(), index * size - first);
    }
}
