package org.unfoldlab.datasets.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.shapes.Shapes;

@Timeout(20)
class BatchFeederTest {
    private static final ImageSet SET = Shapes.generate(1, 40, 1).train();

    private static TrainingBatches batches() {
        return new TrainingBatches(SET, SET.statistics(), 8, 5, Augmentation.STANDARD);
    }

    @Test
    void feedsTheSameBatchesInOrderFromAnyStartWithAFewBuffers() throws Exception {
        TrainingBatches direct = batches();
        Batch expected = direct.newBatch();
        Set<Batch> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
        try (BatchFeeder feeder = BatchFeeder.start(batches(), 7, 20, 2)) {
            for (int g = 7; g < 20; g++) {
                Batch batch = feeder.next().orElseThrow();
                direct.fill(g / 5, g % 5, expected);
                assertThat(batch.inputs()).isEqualTo(expected.inputs());
                assertThat(batch.labels()).isEqualTo(expected.labels());
                assertThat(List.of(batch.epoch(), batch.number())).containsExactly(g / 5, g % 5);
                buffers.add(batch);
            }
            assertThat(feeder.next()).isEmpty();
            assertThat(feeder.next()).isEmpty();
        }
        assertThat(buffers).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void closingEndsTheThreadWhileBatchesWait() throws Exception {
        BatchFeeder feeder = BatchFeeder.start(batches(), 0, Long.MAX_VALUE, 3);
        feeder.next();
        feeder.close();
        feeder.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("unfold-batches"));
    }

    @Test
    void aFailureReachesTheConsumerInPlaceOfItsBatch() throws Exception {
        try (BatchFeeder feeder = BatchFeeder.start(new FailsAtBatch(2), 0, 10, 2)) {
            assertThat(feeder.next().orElseThrow().number()).isZero();
            assertThat(feeder.next().orElseThrow().number()).isEqualTo(1);
            assertThatThrownBy(feeder::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a batch could not be prepared: no more");
            assertThat(feeder.next()).isEmpty();
        }
    }

    private record FailsAtBatch(int wrong) implements BatchSource {
        @Override
        public int perEpoch() {
            return 100;
        }

        @Override
        public Batch newBatch() {
            return Batch.forImagesOf(SET, 1);
        }

        @Override
        public void fill(int epoch, int number, Batch target) {
            if (number == wrong) {
                throw new IllegalArgumentException("no more");
            }
            target.begin(epoch, number, 1);
        }
    }
}
