package org.unfoldlab.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.result.Events;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;

class RunFolderTest {
    @TempDir
    Path temporary;

    @Test
    void aFolderAloneGivesNetworkProvenanceAndRecord() throws Exception {
        Path path = temporary.resolve("new/run");
        List<TrainingEvent> events = List.of(Events.started(0, 0), Events.batch(1, 1), Events.epoch(1, 0.5));
        try (RunWriter writer = create(path)) {
            for (TrainingEvent event : events) {
                writer.append(event);
            }
            assertEquals(RunRecord.of(events), RunFolder.open(path).record(), "readable while it is being written");
        }
        RunFolder folder = RunFolder.open(path);
        assertEquals(Networks.twoAreas(5), folder.network());
        assertEquals(Events.PROVENANCE, folder.provenance());
        assertEquals(events, folder.events());
    }

    @Test
    void aLastLineThatWasCutOffIsForgottenAndWritingGoesOnBehindTheOneBefore() throws Exception {
        Path path = temporary.resolve("run");
        try (RunWriter writer = create(path)) {
            writer.append(Events.batch(1, 1));
        }
        Path file = path.resolve("events.jsonl");
        Files.writeString(file, "{\"event\":\"batch\",\"at\":\"20", StandardOpenOption.APPEND);
        Files.write(file, new byte[] {(byte) 0xC3}, StandardOpenOption.APPEND);
        assertEquals(List.of(Events.batch(1, 1)), RunFolder.open(path).events());
        try (RunWriter writer = RunWriter.resume(path)) {
            writer.append(Events.batch(1, 2));
        }
        assertEquals(
                List.of(Events.batch(1, 1), Events.batch(1, 2)),
                RunFolder.open(path).events());
        assertEquals(2, Files.readString(file, StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void oneFolderHasOneWriter() throws Exception {
        Path path = temporary.resolve("run");
        try (RunWriter first = create(path)) {
            assertTrue(first.folder().path().endsWith("run"));
            StoreException busy = assertThrows(StoreException.class, () -> RunWriter.resume(path));
            assertTrue(busy.toString().contains("is in use"), busy.toString());
        }
        RunWriter.resume(path).close();
    }

    @Test
    void aRunTrainsAsLongAsItsWriterLives() throws Exception {
        Path path = temporary.resolve("run");
        try (RunWriter writer = create(path)) {
            assertTrue(writer.folder().isTraining());
        }
        assertFalse(RunFolder.open(path).isTraining());
    }

    @Test
    void aRunIsNeverBegunOverAnotherOrAmongOtherFiles() throws Exception {
        create(temporary.resolve("run")).close();
        StoreException taken = assertThrows(StoreException.class, () -> create(temporary.resolve("run")));
        assertTrue(taken.toString().contains("already holds a run"), taken.toString());
        Files.writeString(temporary.resolve("notes.txt"), "mine");
        StoreException used = assertThrows(StoreException.class, () -> create(temporary));
        assertTrue(used.toString().contains("is not empty"), used.toString());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidInOneSentence() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");
        StoreException below = assertThrows(StoreException.class, () -> create(file.resolve("run")));
        assertTrue(below.toString().contains("cannot be written"), below.toString());
        Path locked = Files.createDirectory(temporary.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "root may write anywhere");
        StoreException refused = assertThrows(StoreException.class, () -> create(locked.resolve("run")));
        assertTrue(refused.toString().contains("You may not write there"), refused.toString());
    }

    @Test
    void whatIsNoRunFolderIsNamed() {
        StoreException none = assertThrows(StoreException.class, () -> RunFolder.open(temporary.resolve("x")));
        assertTrue(none.toString().contains("There is no such folder"), none.toString());
        StoreException other = assertThrows(StoreException.class, () -> RunFolder.open(temporary));
        assertTrue(other.toString().contains("It is no run folder"), other.toString());
    }

    @Test
    void aCheckpointComesBackBitForBit() throws Exception {
        try (RunWriter writer = create(temporary.resolve("run"))) {
            for (OptionalDouble rate : List.of(OptionalDouble.empty(), OptionalDouble.of(0.003))) {
                Checkpoint checkpoint = checkpoint(2, 3, rate);
                assertEquals("checkpoint-0002-00003.npz", writer.checkpoint(checkpoint));
                assertEquals(Optional.of(checkpoint), writer.folder().latestCheckpoint());
            }
        }
    }

    @Test
    void aDamagedCheckpointGivesWayToTheOneBefore() throws Exception {
        try (RunWriter writer = create(temporary.resolve("run"))) {
            writer.checkpoint(checkpoint(1, 0, OptionalDouble.empty()));
            writer.checkpoint(checkpoint(1, 9, OptionalDouble.empty()));
            cutOff(writer.folder().checkpoints().get(1).path());
            assertEquals(1, writer.folder().checkpoints().get(0).epochsDone());
            assertEquals(
                    0,
                    writer.folder().latestCheckpoint().orElseThrow().progress().batchesDone());
            cutOff(writer.folder().checkpoints().get(0).path());
            assertThrows(StoreException.class, () -> writer.folder().latestCheckpoint());
        }
    }

    @Test
    void theLastTwoCheckpointsAndTheBestAreKept() throws Exception {
        double[] errors = {0.5, 0.2, 0.4, 0.3, 0.6};
        try (RunWriter writer = create(temporary.resolve("run"))) {
            for (int epoch = 1; epoch <= errors.length; epoch++) {
                writer.append(Events.epoch(epoch, errors[epoch - 1]));
                writer.checkpoint(checkpoint(epoch, 0, OptionalDouble.empty()));
            }
            List<Integer> kept = writer.folder().checkpoints().stream()
                    .map(CheckpointFile::epochsDone)
                    .toList();
            assertEquals(List.of(2, 4, 5), kept);
            assertEquals(
                    2, writer.folder().bestCheckpoint().orElseThrow().progress().epochsDone());
        }
    }

    @Test
    void longRunsKeepFewBatchesAndAllOfTheFirstOnes() {
        BatchThinning thinning = new BatchThinning();
        int kept = 0;
        for (int batch = 1; batch <= 100_000; batch++) {
            boolean keeps = thinning.keepsNext();
            assertTrue(keeps || batch > 1024);
            kept += keeps ? 1 : 0;
        }
        assertFalse(kept > 8000, kept + " lines");
    }

    private static RunWriter create(Path path) throws StoreException {
        return RunWriter.create(path, Networks.twoAreas(5), Events.PROVENANCE);
    }

    private static void cutOff(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static Checkpoint checkpoint(int epochs, int batches, OptionalDouble rate) {
        HostArray weight = HostArray.ofFloats(new int[] {2}, 0.1f, Float.MIN_VALUE);
        HostArray mean = HostArray.ofDoubles(new int[] {1}, 1 / 3.0);
        return new Checkpoint(
                new Checkpoint.Progress(epochs, batches, 1 / 7.0, 5, 12.5, rate),
                Map.of("V1-V2/conv1@3", weight),
                Map.of("V1-V2/conv1@3", weight),
                Map.of("post/norm1@5", mean),
                Map.of("post/norm1@5", mean));
    }
}
