package org.unfoldlab.model.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;

class TrainingCostTest {
    private static final NetworkDocument DEMO = Sweeps.preset("demo");

    private final TrainingCost cost = new TrainingCost();

    @Test
    void workGoesWithEpochsAndImages() {
        double once = cost.work(DEMO, 100);
        NetworkDocument twice = DEMO.edit()
                .training(DEMO.training().withEpochs(2 * DEMO.training().epochs()))
                .build();
        assertThat(cost.work(twice, 100)).isEqualTo(2 * once);
        assertThat(cost.work(DEMO, 300)).isEqualTo(3 * once);
        NetworkDocument few = new Sweep("", DEMO, Map.of(Axis.TRAIN_IMAGES, List.of("100")))
                .runs()
                .get(0)
                .document();
        assertThat(cost.work(few, 300)).isEqualTo(once);
    }

    @Test
    void timeIsUnknownUntilSomethingWasMeasured() {
        assertThat(cost.speed(DEMO, RunRecord.EMPTY)).isEmpty();
        assertThat(cost.remaining(List.of(DEMO), List.of(), 100, OptionalDouble.empty(), 1))
                .isEmpty();
        assertThat(cost.remaining(List.of(), List.of(Duration.ofSeconds(7)), 100, OptionalDouble.empty(), 1))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void workersShareTheWorkButNotARun() {
        OptionalDouble tenSecondsEach = OptionalDouble.of(cost.work(DEMO, 100) / 10);
        List<NetworkDocument> two = List.of(DEMO, DEMO);
        assertThat(cost.remaining(two, List.of(), 100, tenSecondsEach, 1)).contains(Duration.ofSeconds(20));
        assertThat(cost.remaining(two, List.of(), 100, tenSecondsEach, 4)).contains(Duration.ofSeconds(10));
        assertThat(cost.remaining(two, List.of(Duration.ofSeconds(60)), 100, tenSecondsEach, 2))
                .contains(Duration.ofSeconds(60));
    }
}
