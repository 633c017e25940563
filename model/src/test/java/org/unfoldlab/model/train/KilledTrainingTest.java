package org.unfoldlab.model.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.RunFolder;

/** The real engine, and a real process that is killed. */
class KilledTrainingTest {
    private static final int KILLED_AFTER = 8;

    @TempDir
    Path temporary;

    @Test
    @Timeout(180)
    void aKilledProcessLosesNothingAndItsRunEndsWithTheSameBits() throws Exception {
        Path killed = temporary.resolve("killed");
        killAfter(KILLED_AFTER, killed);
        Checkpoint last = RunFolder.open(killed).latestCheckpoint().orElseThrow();
        assertTrue(last.progress().epochsDone() < 3, "it was killed before its end");
        assertEquals(new StopReason.Completed(), run().resume(killed, event -> {}));

        Path whole = temporary.resolve("whole");
        assertEquals(new StopReason.Completed(), run().begin(whole, event -> {}));
        Checkpoint expected = RunFolder.open(whole).latestCheckpoint().orElseThrow();
        Checkpoint actual = RunFolder.open(killed).latestCheckpoint().orElseThrow();
        assertEquals(expected.weights(), actual.weights());
        assertEquals(expected.velocities(), actual.velocities());
        assertEquals(expected.means(), actual.means());
        assertEquals(expected.variances(), actual.variances());
        assertSameFigures(RunFolder.open(whole).record(), RunFolder.open(killed).record());
    }

    private static void assertSameFigures(RunRecord expected, RunRecord actual) {
        assertEquals(3, actual.epochsDone());
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    expected.epochs().get(i).trainLoss(), actual.epochs().get(i).trainLoss());
            assertEquals(
                    expected.epochs().get(i).trainError(),
                    actual.epochs().get(i).trainError());
            assertEquals(
                    expected.epochs().get(i).testLoss(), actual.epochs().get(i).testLoss());
            assertEquals(
                    expected.epochs().get(i).curves(), actual.epochs().get(i).curves());
        }
    }

    private static TrainingRun run() {
        return new TrainingRun(Jobs.small(new Nd4jEngine()), new TrainingControl());
    }

    private static void killAfter(int batches, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainingMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int seen = 0;
            for (String line = lines.readLine(); line != null && seen < batches; line = lines.readLine()) {
                seen += line.equals("batch") ? 1 : 0;
            }
            assertEquals(batches, seen);
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
    }
}
