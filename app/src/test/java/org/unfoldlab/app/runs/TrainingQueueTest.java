package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.NetworkDocument;

/** How long runs will take, after the demo took 5 s an epoch of 4,096 images. */
class TrainingQueueTest {
    private static final Duration OF_THE_DEMO =
            Duration.ofSeconds(5L * Runs.demo().training().epochs());

    private static NetworkDocument on(String set, Optional<String> path, OptionalInt images) {
        return Runs.demo()
                .edit()
                .data(new DataChoice(set, path, images, OptionalInt.empty(), Extras.NONE))
                .build();
    }

    private static Optional<Duration> estimate(NetworkDocument waiting) {
        RunViewModel demo = Runs.trained(1, Runs.started(), Runs.epoch(1, 5));
        return new TrainingQueue().basis(List.of(demo), List.of(waiting)).estimate();
    }

    private static Duration times(double images) {
        return Duration.ofMillis(Math.round(OF_THE_DEMO.toMillis() * images / 4096));
    }

    @Test
    void theSameImagesTakeTheSameTime() {
        assertThat(estimate(Runs.demo())).contains(OF_THE_DEMO);
    }

    @Test
    void aLargerSetTakesLonger() {
        assertThat(estimate(on("cifar-10", Optional.empty(), OptionalInt.empty())))
                .contains(times(50_000));
    }

    @Test
    void aLimitOfItsOwnCounts() {
        assertThat(estimate(on("cifar-10", Optional.empty(), OptionalInt.of(8192))))
                .contains(times(8192));
        assertThat(estimate(on("folder", Optional.of("/pictures"), OptionalInt.of(8192))))
                .contains(times(8192));
    }

    @Test
    void aFolderThatWasNeverReadHasNoKnownTime() {
        assertThat(estimate(on("folder", Optional.of("/pictures"), OptionalInt.empty())))
                .isEmpty();
    }
}
