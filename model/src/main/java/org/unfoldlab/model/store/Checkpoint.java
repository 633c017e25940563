package org.unfoldlab.model.store;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.result.HostArray;

/**
 * All that training needs to go on with the same bits: images, order and augmentation follow from the seed and the
 * place alone.
 *
 * <p>In the file: {@code w/KEY} weights, {@code v/KEY} velocities, {@code mean/KEY} and {@code var/KEY} running
 * averages, {@code progress} [epochs done, batches done, wrong], {@code sums} [loss, seconds, learning rate or NaN].
 *
 * @param progress where training stands
 * @param weights learned tensors by key
 * @param velocities their momentum
 * @param means running mean by norm position
 * @param variances running variance by norm position
 */
public record Checkpoint(
        Progress progress,
        Map<String, HostArray> weights,
        Map<String, HostArray> velocities,
        Map<String, HostArray> means,
        Map<String, HostArray> variances) {
    private static final String PROGRESS = "progress";
    private static final String SUMS = "sums";

    public Checkpoint {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        velocities = Collections.unmodifiableMap(new LinkedHashMap<>(velocities));
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        variances = Collections.unmodifiableMap(new LinkedHashMap<>(variances));
    }

    /**
     * A place between two batches, and what has been summed up since the epoch began.
     *
     * @param epochsDone epochs learned and measured
     * @param batchesDone batches of the next epoch
     * @param lossSum sum of those batches' losses
     * @param wrong images of those batches that were answered wrongly
     * @param seconds spent on those batches
     * @param learningRate set by hand in place of the schedule's; absent when the schedule holds
     */
    public record Progress(
            int epochsDone, int batchesDone, double lossSum, long wrong, double seconds, OptionalDouble learningRate) {
        /** Nothing done. */
        public static final Progress START = new Progress(0, 0, 0, 0, 0, OptionalDouble.empty());

        /** One more batch. */
        public Progress withBatch(double loss, long wrongImages, double batchSeconds) {
            return new Progress(
                    epochsDone,
                    batchesDone + 1,
                    lossSum + loss,
                    wrong + wrongImages,
                    seconds + batchSeconds,
                    learningRate);
        }

        /** The epoch is learned and measured. */
        public Progress nextEpoch() {
            return new Progress(epochsDone + 1, 0, 0, 0, 0, learningRate);
        }

        /** A rate set by hand. */
        public Progress withLearningRate(double rate) {
            return new Progress(epochsDone, batchesDone, lossSum, wrong, seconds, OptionalDouble.of(rate));
        }
    }

    /** The arrays of the file, in its order. */
    Map<String, HostArray> arrays() {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put(
                PROGRESS,
                HostArray.ofLongs(new int[] {3}, progress.epochsDone(), progress.batchesDone(), progress.wrong()));
        double rate = progress.learningRate().orElse(Double.NaN);
        arrays.put(SUMS, HostArray.ofDoubles(new int[] {3}, progress.lossSum(), progress.seconds(), rate));
        weights.forEach((key, array) -> arrays.put("w/" + key, array));
        velocities.forEach((key, array) -> arrays.put("v/" + key, array));
        means.forEach((key, array) -> arrays.put("mean/" + key, array));
        variances.forEach((key, array) -> arrays.put("var/" + key, array));
        return arrays;
    }

    static Checkpoint read(Path file) throws StoreException {
        Map<String, HostArray> arrays = Npz.read(file);
        Optional<HostArray> counts = sized(arrays.get(PROGRESS), 3);
        Optional<HostArray> sums = sized(arrays.get(SUMS), 3);
        if (counts.isEmpty() || sums.isEmpty()) {
            throw new StoreException(file + " cannot be read. It is no checkpoint of Unfold.");
        }
        long[] count = counts.get().asLongs();
        double[] sum = sums.get().asDoubles();
        OptionalDouble rate = Double.isNaN(sum[2]) ? OptionalDouble.empty() : OptionalDouble.of(sum[2]);
        return new Checkpoint(
                new Progress((int) count[0], (int) count[1], sum[0], count[2], sum[1], rate),
                under("w/", arrays),
                under("v/", arrays),
                under("mean/", arrays),
                under("var/", arrays));
    }

    private static Optional<HostArray> sized(@Nullable HostArray array, int size) {
        return Optional.ofNullable(array).filter(held -> held.size() == size);
    }

    private static Map<String, HostArray> under(String prefix, Map<String, HostArray> arrays) {
        Map<String, HostArray> found = new LinkedHashMap<>();
        arrays.forEach((key, array) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), array);
            }
        });
        return found;
    }
}
