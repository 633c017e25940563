package org.unfoldlab.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.plan.MemoryEstimate;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.EventLines;
import org.unfoldlab.model.store.RunFolder;

class MishapsInTrainingTest {
    private static Throwable lost() {
        return new IllegalStateException("step failed", new RuntimeException("CUDA error: unspecified launch failure"));
    }

    private static Throwable full() {
        return new RuntimeException("CUDA out of memory. Tried to allocate");
    }

    @TempDir
    private Path temporary;

    private final List<TrainingEvent> events = new ArrayList<>();

    private StopReason train(Engine engine) throws Exception {
        return new TrainingRun(Jobs.small(engine), new TrainingControl()).begin(temporary.resolve("run"), events::add);
    }

    @Test
    void aLostCardEndsTheRunWithAnEventOfItsOwn() throws Exception {
        StopReason reason = train(FakeDevice.failingAfter(7, MishapsInTrainingTest::lost));
        assertThat(reason)
                .isEqualTo(new StopReason.DeviceLost(
                        "Training stopped in epoch 2: the graphics card cuda:0 no longer answers. Everything up to epoch"
                                + " 1 is saved.",
                        "cuda:0"));
        assertThat(EventLines.write(events.get(events.size() - 1))).contains("\"reason\":\"device-lost\"");
    }

    @Test
    void aRunWhoseCardWasLostGoesOnElsewhere() throws Exception {
        train(FakeDevice.failingAfter(7, MishapsInTrainingTest::lost));
        StopReason reason = new TrainingRun(Jobs.small(new FakeEngine()), new TrainingControl())
                .resume(temporary.resolve("run"), events::add);
        assertThat(reason).isEqualTo(new StopReason.Completed());
        assertThat(RunFolder.open(temporary.resolve("run")).record().epochsDone())
                .isEqualTo(3);
    }

    @Test
    void fullMemoryEndsTheRunWithSettingsThatWouldDo() throws Exception {
        StopReason reason = train(FakeDevice.failingAfter(7, MishapsInTrainingTest::full));
        assertThat(reason)
                .isEqualTo(new StopReason.OutOfMemory(
                        "Training stopped in epoch 2: out of memory. Everything up to epoch 1 is saved. Try batch 3.",
                        "cuda:0",
                        OptionalInt.of(3),
                        OptionalInt.empty()));
        assertThat(EventLines.write(events.get(events.size() - 1))).contains("\"reason\":\"out-of-memory\"");
    }

    @Test
    void whatIsEstimatedTooLargeIsNotBegun() throws Exception {
        StopReason reason = train(FakeDevice.with(10_000));
        assertThat(((StopReason.OutOfMemory) reason).message())
                .contains("does not fit into memory", "A batch of 6 images at T = 4 needs", "Nothing was started.");
        assertThat(events).singleElement().isInstanceOf(TrainingEvent.Stopped.class);
        assertThat(Files.exists(temporary.resolve("run"))).isFalse();
    }

    @Test
    void whatIsMeasuredAtTheEndOfAnEpochMustFitBesideTheTraining() throws Exception {
        Program program =
                Lowering.lower(Unroller.unroll(Jobs.small(new FakeEngine()).network()));
        long training = MemoryEstimate.bytes(program, new Plan(Mode.TRAIN, 6, Precision.FLOAT, false, 1));
        StopReason reason = train(FakeDevice.with(training + 1000));
        assertThat(((StopReason.OutOfMemory) reason).message()).contains("Nothing was started.");
    }

    @Test
    void noSettingsAreNamedWhereNoneWouldDo() throws Exception {
        StopReason.OutOfMemory reason = (StopReason.OutOfMemory) train(FakeDevice.with(100));
        assertThat(reason.message()).endsWith("Try fewer channels.");
        assertThat(reason.batch()).isEmpty();
        assertThat(reason.readoutTime()).isEmpty();
    }

    @Test
    void whatWasLearnedIsKeptWhereMemoryDoesNotSufficeToTest() throws Exception {
        StopReason reason =
                train(new FakeDevice(OptionalLong.of(1L << 40), 0, MishapsInTrainingTest::full, "EVALUATE forward"));
        assertThat(((StopReason.OutOfMemory) reason).message()).contains("Everything up to epoch 1, batch 5 is saved.");
    }

    @Test
    void statesThatCannotBeFollowedForWantOfMemoryAreNoReasonToStop() throws Exception {
        StopReason reason =
                train(new FakeDevice(OptionalLong.of(1L << 40), 0, MishapsInTrainingTest::full, "TRAIN gradient"));
        assertThat(reason).isEqualTo(new StopReason.Completed());
    }

    @Test
    void whatFailsAtTheFirstBatchIsNotBegunEither() throws Exception {
        StopReason reason = train(new FakeDevice(OptionalLong.empty(), 0, MishapsInTrainingTest::full));
        assertThat(reason).isInstanceOf(StopReason.OutOfMemory.class);
        assertThat(Files.exists(temporary.resolve("run"))).isFalse();
    }

    @Test
    void whatClearlyFitsIsNotTriedFirst() throws Exception {
        assertThat(train(FakeDevice.failingAfter(15, MishapsInTrainingTest::lost)))
                .isEqualTo(new StopReason.Completed());
    }
}
