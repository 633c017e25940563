package org.unfoldlab.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.libtorch.LibTorchEngine;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.RunFolder;

/** A run begun on one engine goes on on another: weights, velocities and statistics mean the same to both. */
class ChangedEngineTest {
    private static final int HALF = 8;
    private static final Offset<Double> ROUNDING = Offset.offset(1e-3);

    @TempDir
    private Path temporary;

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(new Nd4jEngine(), new LibTorchEngine()),
                Arguments.of(new LibTorchEngine(), new Nd4jEngine()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aRunStartedOnOneEngineEndsOnTheOtherWhereItWouldHaveEnded(Engine first, Engine second) throws Exception {
        Path whole = temporary.resolve("whole");
        new TrainingRun(Jobs.small(first), new TrainingControl()).begin(whole, event -> {});
        Path changed = temporary.resolve("changed");
        TrainingControl control = new TrainingControl();
        new TrainingRun(Jobs.small(first), control).begin(changed, stoppingAfterHalf(control));
        StopReason reason = new TrainingRun(Jobs.small(second), new TrainingControl()).resume(changed, event -> {});
        assertEquals(new StopReason.Completed(), reason);
        assertNear(last(whole), last(changed));
    }

    private static Consumer<TrainingEvent> stoppingAfterHalf(TrainingControl control) {
        AtomicInteger batches = new AtomicInteger();
        return event -> {
            if (event instanceof TrainingEvent.BatchDone && batches.incrementAndGet() == HALF) {
                control.tell(new WorkerCommand.Stop());
            }
        };
    }

    private static Checkpoint last(Path folder) throws Exception {
        return RunFolder.open(folder).latestCheckpoint().orElseThrow();
    }

    /** Float32, seven more steps: what rounding alone makes different. */
    private static void assertNear(Checkpoint expected, Checkpoint actual) {
        assertNear(expected.weights(), actual.weights());
        assertNear(expected.velocities(), actual.velocities());
        assertNear(expected.means(), actual.means());
        assertNear(expected.variances(), actual.variances());
    }

    private static void assertNear(Map<String, HostArray> expected, Map<String, HostArray> actual) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, array) -> assertThat(
                        Objects.requireNonNull(actual.get(key)).asDoubles())
                .as(key)
                .containsExactly(array.asDoubles(), ROUNDING));
    }
}
