package org.unfoldlab.datasets.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.unfoldlab.datasets.ChannelStatistics;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.SeededRandom;

class BatchesTest {
    private static final ChannelStatistics PLAIN =
            new ChannelStatistics(new double[] {0, 0}, new double[] {1.0 / 255, 1.0 / 255});

    /** Normalised by PLAIN, a value of these images is its byte. */
    private static ImageSet random(int size) {
        byte[] pixels = new byte[size * 2 * 6 * 5];
        SeededRandom random = SeededRandom.at(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (1 + random.nextInt(255));
        }
        int[] labels = IntStream.range(0, size).map(i -> i % 3).toArray();
        return ImageSet.of("random", 2, 6, 5, pixels, labels, List.of("a", "b", "c"));
    }

    @Property(tries = 40)
    void aBatchDependsOnItsNumberAloneNotOnWhatCameBefore(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 5) int epoch,
            @ForAll @IntRange(min = 0, max = 4) int number) {
        ImageSet set = random(23);
        TrainingBatches running = new TrainingBatches(set, PLAIN, 4, seed, Augmentation.STANDARD);
        Batch reused = running.newBatch();
        for (int e = 0; e <= epoch; e++) {
            for (int n = 0; n < running.perEpoch() && (e < epoch || n <= number); n++) {
                running.fill(e, n, reused);
            }
        }
        TrainingBatches resumed = new TrainingBatches(set, PLAIN, 4, seed, Augmentation.STANDARD);
        Batch fresh = resumed.newBatch();
        resumed.fill(epoch, number, fresh);

        assertThat(fresh.inputs()).isEqualTo(reused.inputs());
        assertThat(fresh.labels()).isEqualTo(reused.labels());
        assertThat(fresh.images()).isEqualTo(reused.images());
    }

    @Test
    void anEpochVisitsEveryImageAtMostOnceAndInAnotherOrderEachTime() {
        TrainingBatches batches = new TrainingBatches(random(23), PLAIN, 4, 9, Augmentation.NONE);

        int[] first = imagesOf(batches, 0);
        assertThat(first).hasSize(20).doesNotHaveDuplicates();
        assertThat(imagesOf(batches, 1)).isNotEqualTo(first);
        assertThat(imagesOf(batches, 0)).isEqualTo(first);
    }

    private static int[] imagesOf(TrainingBatches batches, int epoch) {
        Batch batch = batches.newBatch();
        return IntStream.range(0, batches.perEpoch())
                .flatMap(n -> {
                    batches.fill(epoch, n, batch);
                    return Arrays.stream(batch.images().clone());
                })
                .toArray();
    }

    @Property(tries = 60)
    void anAugmentedImageIsAPaddedCropOrItsMirrorImage(@ForAll long seed) {
        ImageSet set = random(3);
        TrainingBatches batches = new TrainingBatches(set, PLAIN, 3, seed, new Augmentation(2, true));
        Batch batch = batches.newBatch();
        batches.fill(0, 0, batch);

        for (int i = 0; i < 3; i++) {
            assertThat(matches(set, batch, i))
                    .as("crops that equal image %d", i)
                    .isEqualTo(1);
        }
    }

    /** In how many of the 5 × 5 × 2 ways the image of the batch can be made from the one of the set. */
    private static long matches(ImageSet set, Batch batch, int position) {
        return IntStream.range(0, 50)
                .filter(way -> equals(set, batch, position, way % 5 - 2, way / 5 % 5 - 2, way >= 25))
                .count();
    }

    private static boolean equals(ImageSet set, Batch batch, int position, int down, int right, boolean mirrored) {
        return IntStream.range(0, set.imageLength()).allMatch(i -> {
            int column = i % 5;
            int row = i / 5 % 6 + down;
            int from = (mirrored ? 4 - column : column) + right;
            boolean inside = row >= 0 && row < 6 && from >= 0 && from < 5;
            float expected = inside ? set.value(batch.images()[position], i / 30, row, from) : 0;
            return Math.abs(batch.inputs()[position * 60 + i] - expected) < 1e-4;
        });
    }

    @Test
    void inputsAreNormalisedChannelByChannel() {
        ImageSet set = random(40);
        EvaluationBatches batches = new EvaluationBatches(set, set.statistics(), 40);
        Batch batch = batches.newBatch();
        batches.fill(0, 0, batch);

        double[] sum = new double[2];
        double[] squares = new double[2];
        for (int i = 0; i < batch.inputs().length; i++) {
            sum[i / 30 % 2] += batch.inputs()[i];
            squares[i / 30 % 2] += batch.inputs()[i] * batch.inputs()[i];
        }
        for (int channel = 0; channel < 2; channel++) {
            assertThat(sum[channel] / 1200).isBetween(-1e-6, 1e-6);
            assertThat(squares[channel] / 1200).isBetween(1 - 1e-6, 1 + 1e-6);
        }
    }

    @Test
    void evaluationSeesEveryImageOnceInOrderAndTheLastBatchIsSmaller() {
        ImageSet set = random(10);
        EvaluationBatches batches = new EvaluationBatches(set, PLAIN, 4);
        Batch batch = batches.newBatch();

        assertThat(batches.perEpoch()).isEqualTo(3);
        batches.fill(0, 2, batch);

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.images()).startsWith(8, 9);
        assertThat(batch.inputs()[60]).isEqualTo(set.value(9, 0, 0, 0));
    }

    @Test
    void aSetSmallerThanABatchGivesOneSmallerBatch() {
        TrainingBatches batches = new TrainingBatches(random(3), PLAIN, 64, 1, Augmentation.STANDARD);

        assertThat(batches.perEpoch()).isEqualTo(1);
        assertThat(batches.batchSize()).isEqualTo(3);
    }
}
