package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.store.RunFolder;

/** Sweeps as a user types them; one of them trains for real. */
class SweepCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Commands.Said run(String... arguments) {
        return new Commands(folder.resolve("home")).run(arguments);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("grid.json"), text);
    }

    @Test
    @Timeout(300)
    void aSweepOfTheDemoTrainsInWorkersAndIsNotRepeated() throws IOException {
        Path grid = file("""
            {"sweep": 1, "network": "demo",
             "vary": {"time": [3, 1], "seed": [1, 2], "width": 0.25,
                      "epochs": 1, "batch": 16, "trainImages": 32, "testImages": 16}}\
            """);
        Commands.Said said = run("sweep", grid.toString(), "--threads", "1");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.err().contains("run 2 (T = 1, seed 1) is left out: V2 has no signal at T = 1."), said.err());
        assertTrue(said.err().contains("run 1 (T = 3, seed 1): test error "), said.err());
        assertTrue(said.out().contains("T = 3          2 "), said.out());
        Path sweep = folder.resolve("home").resolve("runs").resolve("grid");
        List<Path> runs;
        try (Stream<Path> files = Files.list(sweep)) {
            runs = files.filter(RunFolder::isRun).sorted().toList();
        }
        assertEquals(2, runs.size(), runs.toString());
        RunRecord first = RunFolder.open(runs.get(0)).record();
        assertEquals(1, first.epochsDone());
        assertEquals(32, first.started().orElseThrow().trainImages());
        Commands.Said again = run("sweep", sweep.toString());
        assertEquals(0, again.code(), again.err());
        assertEquals(said.out(), again.out());
        assertTrue(again.err().contains("2 runs, 2 finished already"), again.err());
    }

    @Test
    void aDryRunListsWhatWouldBeTrained() throws IOException {
        Path grid = file("{\"sweep\": 1, \"network\": \"demo\", \"vary\": {\"time\": [3, 5], \"seed\": [1, 2]}}");
        Commands.Said said = run("sweep", grid.toString(), "--dry-run");
        assertEquals(0, said.code(), said.err());
        assertEquals(
                List.of("1  T = 3, seed 1", "2  T = 5, seed 1", "3  T = 3, seed 2", "4  T = 5, seed 2"),
                said.out().lines().toList());
        assertTrue(Files.notExists(folder.resolve("home")), "nothing is made");
    }

    private static void assertOneSentence(int code, Commands.Said said, String... words) {
        assertEquals(code, said.code(), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
        for (String word : words) {
            assertTrue(said.err().contains(word), "“" + word + "” is missing in: " + said.err());
        }
    }

    @Test
    void mistakesAreSaidInOneSentenceBeforeAnythingStarts() throws IOException {
        assertOneSentence(1, run("sweep", "nowhere.json"), "nowhere.json cannot be read", "no such file");
        Path grid = file("{\"sweep\": 1, \"network\": \"demo\", \"vary\": {\"time\": \"long\"}}");
        assertOneSentence(1, run("sweep", grid.toString()), "vary.time must be a whole number from 1", "line 1");
        Path good = file("{\"sweep\": 1, \"network\": \"demo\"}");
        assertOneSentence(2, run("sweep", good.toString(), "--workers", "0"), "--workers is 0");
        assertOneSentence(2, run("sweep", good.toString(), "--engine", "nd4"), "Did you mean nd4j?");
        assertOneSentence(2, run("sweep", good.toString(), "--precision", "tf32"), "--engine libtorch");
        assertOneSentence(2, run("sweep"), "FILE");
    }
}
