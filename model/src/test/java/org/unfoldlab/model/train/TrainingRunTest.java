package org.unfoldlab.model.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.BatchDone;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.RunFolder;

class TrainingRunTest {
    private static final int BATCHES = 15;

    @TempDir
    Path temporary;

    /** Thrown by a listener: training is abandoned as by a crash, without a last checkpoint. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aRunGoesThroughAllEpochsAndItsFolderAloneTellsTheSame() throws Exception {
        List<TrainingEvent> events = new ArrayList<>();
        StopReason reason = run(new TrainingControl()).begin(temporary.resolve("run"), events::add);
        assertEquals(new StopReason.Completed(), reason);
        assertEquals(
                BATCHES, events.stream().filter(BatchDone.class::isInstance).count());
        RunRecord record = RunFolder.open(temporary.resolve("run")).record();
        assertEquals(RunRecord.of(events), record);
        assertEquals(3, record.epochsDone());
        assertEquals(1.0, record.progress());
        assertEquals(RunRecord.State.STOPPED, record.state());
    }

    @Test
    void withoutASignalThereIsNoRun() {
        Path folder = temporary.resolve("silent");
        TrainingJob job = Jobs.of(Jobs.document(1), new FakeEngine());
        TrainingException refused = assertThrows(
                TrainingException.class, () -> new TrainingRun(job, new TrainingControl()).begin(folder, event -> {}));
        assertEquals(
                "Nothing can be trained. V2 has no signal at T = 1. Read out at T = 2 or later.", refused.getMessage());
        assertFalse(Files.exists(folder));
    }

    @Test
    void curvesLeaveOutTimesWithoutSignal() throws Exception {
        RunRecord record = record(run(new TrainingControl()), "run");
        var curve = record.latestCurve().orElseThrow();
        assertEquals(12, curve.sampleImages());
        assertEquals(
                new ReadoutPoint.NoSignal(1, OptionalInt.of(2)), curve.at(1).orElseThrow());
        assertEquals(OptionalDouble.empty(), curve.at(1).orElseThrow().error());
        assertEquals(
                curve.at(4).orElseThrow().error(),
                record.epochs().get(2).testError(),
                "the epoch's test error is the one at the trained time");
        assertEquals(6, curve.points().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 10, 14})
    void stoppingAndResumingGivesTheSameBits(int stopAfter) throws Exception {
        Checkpoint whole = last("whole", run(new TrainingControl()));
        TrainingControl control = new TrainingControl();
        Path folder = temporary.resolve("stopped");
        StopReason stopped =
                run(control).begin(folder, afterBatches(stopAfter, () -> control.tell(new WorkerCommand.Stop())));
        assertEquals(new StopReason.StoppedByUser(), stopped);
        assertEquals(new StopReason.Completed(), run(new TrainingControl()).resume(folder, event -> {}));
        assertSame(whole, folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 6, 8, 15})
    void aCrashCostsNothingButTimeSinceTheLastCheckpoint(int crashAfter) throws Exception {
        Checkpoint whole = last("whole", run(new TrainingControl()));
        Path folder = temporary.resolve("crashed");
        Consumer<TrainingEvent> crash = afterBatches(crashAfter, () -> {
            throw new Crash();
        });
        assertThrows(Crash.class, () -> run(new TrainingControl()).begin(folder, crash));
        assertEquals(new StopReason.Completed(), run(new TrainingControl()).resume(folder, event -> {}));
        assertSame(whole, folder);
        RunRecord record = RunFolder.open(folder).record();
        assertEquals(
                List.of(1, 2, 3), record.epochs().stream().map(EpochDone::epoch).toList());
    }

    @Test
    void checkpointsWithinAnEpochServeAsWell() throws Exception {
        Checkpoint whole = last("whole", run(new TrainingControl()));
        Path folder = temporary.resolve("crashed");
        TrainingRun often = new TrainingRun(Jobs.small(new FakeEngine()), new TrainingControl(), Duration.ZERO);
        assertThrows(
                Crash.class,
                () -> often.begin(folder, afterBatches(8, () -> {
                    throw new Crash();
                })));
        assertEquals(
                1,
                RunFolder.open(folder)
                        .latestCheckpoint()
                        .orElseThrow()
                        .progress()
                        .epochsDone());
        assertEquals(
                2,
                RunFolder.open(folder)
                        .latestCheckpoint()
                        .orElseThrow()
                        .progress()
                        .batchesDone());
        run(new TrainingControl()).resume(folder, event -> {});
        assertSame(whole, folder);
    }

    @Test
    void steppingGivesTheBitsOfRunning() throws Exception {
        Checkpoint whole = last("whole", run(new TrainingControl()));
        TrainingControl control = new TrainingControl();
        control.tell(new WorkerCommand.Pause());
        List<TrainingEvent> events = new ArrayList<>();
        Path folder = temporary.resolve("stepped");
        run(control).begin(folder, event -> {
            events.add(event);
            if (event instanceof TrainingEvent.Paused paused) {
                control.tell(
                        paused.epoch() == 2 && paused.batch() == 3
                                ? new WorkerCommand.StepEpoch()
                                : new WorkerCommand.StepBatch());
            }
        });
        assertSame(whole, folder);
        long pauses =
                events.stream().filter(TrainingEvent.Paused.class::isInstance).count();
        assertEquals(BATCHES - 1, pauses, "once before each batch, but only once for the two to the end of epoch 2");
    }

    @Test
    void aPausedRunWaitsUntilItIsResumed() throws Exception {
        TrainingControl control = new TrainingControl();
        control.tell(new WorkerCommand.Pause());
        List<TrainingEvent> events = new ArrayList<>();
        run(control).begin(temporary.resolve("run"), event -> {
            events.add(event);
            if (event instanceof TrainingEvent.Paused) {
                control.tell(new WorkerCommand.Resume());
            }
        });
        assertInstanceOf(TrainingEvent.Paused.class, events.get(1));
        assertInstanceOf(TrainingEvent.Resumed.class, events.get(2));
        assertEquals(RunRecord.State.STOPPED, RunRecord.of(events).state());
    }

    @Test
    void aRateSetByHandHoldsToTheEndAndSurvivesACrash() throws Exception {
        TrainingControl control = new TrainingControl();
        Path folder = temporary.resolve("run");
        Consumer<TrainingEvent> change = afterBatches(2, () -> control.tell(new WorkerCommand.SetLearningRate(0.5)));
        Consumer<TrainingEvent> crash = afterBatches(3, () -> {
            throw new Crash();
        });
        assertThrows(Crash.class, () -> run(control).begin(folder, change.andThen(crash)));
        List<TrainingEvent> events = new ArrayList<>();
        run(new TrainingControl()).resume(folder, events::add);
        assertTrue(events.stream()
                .filter(BatchDone.class::isInstance)
                .allMatch(event -> ((BatchDone) event).learningRate() == 0.5));
        RunRecord record = RunFolder.open(folder).record();
        assertEquals(1, record.changes().size());
        assertEquals(0.01, record.changes().get(0).from());
    }

    @Test
    void numbersThatAreNotFiniteStopTheRunWithPlaceAndRemedy() throws Exception {
        TrainingControl control = new TrainingControl();
        StopReason reason = run(control)
                .begin(
                        temporary.resolve("run"),
                        afterBatches(7, () -> control.tell(new WorkerCommand.SetLearningRate(3000))));
        assertEquals("Diverged", reason.getClass().getSimpleName());
        StopReason.Diverged diverged = (StopReason.Diverged) reason;
        assertEquals("post-net@4", diverged.where());
        assertEquals(2, diverged.epoch());
        assertEquals(3, diverged.batch());
        assertEquals(OptionalInt.of(1), diverged.lastGoodEpoch());
        assertEquals(1000, diverged.suggestedLearningRate());
    }

    @Test
    void oldCheckpointsGoButTheBestStays() throws Exception {
        last("run", run(new TrainingControl()));
        var files = RunFolder.open(temporary.resolve("run")).checkpoints();
        assertEquals(3, files.size(), "all epochs are equally good, so the first is the best");
        assertEquals(1, files.get(0).epochsDone());
        assertEquals(
                1,
                RunFolder.open(temporary.resolve("run"))
                        .bestCheckpoint()
                        .orElseThrow()
                        .progress()
                        .epochsDone());
    }

    @Test
    void otherSettingsOrOtherImagesDoNotGoOnWithARun() throws Exception {
        Path folder = temporary.resolve("run");
        last("run", run(new TrainingControl()));
        TrainingJob job = Jobs.small(new FakeEngine());
        TrainingJob longer = Jobs.of(
                job.network()
                        .document()
                        .edit()
                        .training(job.training().withEpochs(9))
                        .build(),
                new FakeEngine());
        TrainingException settings = assertThrows(
                TrainingException.class,
                () -> new TrainingRun(longer, new TrainingControl()).resume(folder, event -> {}));
        assertTrue(settings.toString().contains("settings"), settings.toString());
        TrainingJob other = new TrainingJob(
                job.network(),
                new org.unfoldlab.datasets.Splits(Jobs.images(32, 5), Jobs.images(10, 2), List.of()),
                job.engine(),
                job.precision(),
                1,
                "test");
        TrainingException images = assertThrows(
                TrainingException.class,
                () -> new TrainingRun(other, new TrainingControl()).resume(folder, event -> {}));
        assertTrue(images.toString().contains("images"), images.toString());
    }

    @Test
    void imagesOfAnotherSizeAreRefusedInWords() {
        TrainingJob job = Jobs.of(Jobs.document(4).edit().classes(7).build(), new FakeEngine());
        TrainingException refused = assertThrows(
                TrainingException.class,
                () -> new TrainingRun(job, new TrainingControl()).begin(temporary.resolve("run"), event -> {}));
        assertEquals(
                "The network has 7 classes, quarters has 4. Change the number of classes or choose other data.",
                refused.getMessage());
        assertFalse(temporary.resolve("run").toFile().exists());
    }

    @Test
    void anEngineThatDoesNotWorkLeavesNoFolderBehind() {
        TrainingJob job = Jobs.small(new FakeEngine(false, true));
        TrainingException refused = assertThrows(
                TrainingException.class,
                () -> new TrainingRun(job, new TrainingControl()).begin(temporary.resolve("run"), event -> {}));
        assertEquals("The engine fake does not work here. Its library is missing.", refused.getMessage());
        assertFalse(temporary.resolve("run").toFile().exists());
    }

    @Test
    void whatWasLearnedIsKeptWhenMeasuringFails() throws Exception {
        TrainingJob job = Jobs.small(new FakeEngine(true, false));
        Path folder = temporary.resolve("run");
        StopReason reason = new TrainingRun(job, new TrainingControl()).begin(folder, event -> {});
        assertEquals(
                new StopReason.Failed("Training stopped in epoch 1: There is too little memory to measure with."
                        + " Everything up to epoch 1, batch 5 is saved."),
                reason);
        Checkpoint whole = last("whole", run(new TrainingControl()));
        run(new TrainingControl()).resume(folder, event -> {});
        assertSame(whole, folder);
    }

    @Test
    void anEpochLeavesOutWhatDoesNotFillABatch() throws Exception {
        RunRecord record = record(run(new TrainingControl()), "run");
        assertEquals(5, record.started().orElseThrow().batchesPerEpoch());
        assertEquals(32, record.started().orElseThrow().trainImages());
        assertEquals(Training.PAPER.schedule(), Jobs.document(4).training().schedule());
    }

    private static TrainingRun run(TrainingControl control) {
        return new TrainingRun(Jobs.small(new FakeEngine()), control);
    }

    private RunRecord record(TrainingRun run, String name) throws Exception {
        run.begin(temporary.resolve(name), event -> {});
        return RunFolder.open(temporary.resolve(name)).record();
    }

    private Checkpoint last(String name, TrainingRun run) throws Exception {
        assertEquals(new StopReason.Completed(), run.begin(temporary.resolve(name), event -> {}));
        return RunFolder.open(temporary.resolve(name)).latestCheckpoint().orElseThrow();
    }

    private static void assertSame(Checkpoint expected, Path folder) throws Exception {
        Checkpoint actual = RunFolder.open(folder).latestCheckpoint().orElseThrow();
        assertEquals(3, actual.progress().epochsDone());
        assertEquals(expected.weights(), actual.weights());
        assertEquals(expected.velocities(), actual.velocities());
        assertEquals(expected.means(), actual.means());
        assertEquals(expected.variances(), actual.variances());
    }

    private static Consumer<TrainingEvent> afterBatches(int count, Runnable action) {
        int[] seen = {0};
        return event -> {
            if (event instanceof BatchDone && ++seen[0] == count) {
                action.run();
            }
        };
    }
}
