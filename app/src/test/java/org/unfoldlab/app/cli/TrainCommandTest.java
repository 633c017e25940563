package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.EventLines;

/** Training and what follows it, as a user types it: one tiny run serves all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainCommandTest {
    private static final List<String> TINY =
            List.of("--train-images", "64", "--test-images", "32", "--batch", "16", "--epochs", "1");

    @TempDir
    private static Path folder;

    private Commands.Said trained = new Commands.Said(-1, "", "");

    @BeforeAll
    void trainOnce() {
        trained = train("demo", "--out", run().toString());
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Commands.Said run(String... arguments) {
        return new Commands(folder.resolve("home")).run(arguments);
    }

    private Commands.Said train(String... arguments) {
        return run(Stream.of(Stream.of("train"), Stream.of(arguments), TINY.stream())
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static void assertOneSentence(int code, Commands.Said said, String... words) {
        assertEquals(code, said.code(), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
        for (String word : words) {
            assertTrue(said.err().contains(word), "“" + word + "” is missing in: " + said.err());
        }
    }

    @Test
    void trainingShowsItsCurvesAndWhereTheRunLies() {
        assertEquals(0, trained.code(), trained.err());
        assertTrue(trained.out().startsWith("error by epoch"), trained.out());
        assertTrue(trained.out().contains("error against readout time"), trained.out());
        assertTrue(trained.out().contains("T = 1   no signal yet"), trained.out());
        assertTrue(trained.err().contains("Run folder: " + run()), trained.err());
        assertFalse(trained.err().contains("\033"), "no control characters where nobody watches");
    }

    @Test
    void theRunIsEvaluatedAtAnyReadoutTime() throws IOException {
        Commands.Said said = run("evaluate", run().toString(), "--readout", "1..6", "--json");
        assertEquals(0, said.code(), said.err());
        JsonNode json = new ObjectMapper().readTree(said.out());
        assertEquals(5, json.get("trainedTime").asInt());
        assertEquals(6, json.get("readouts").size());
        assertEquals("no signal yet", json.get("readouts").get(0).get("note").asText());
        assertTrue(json.get("readouts").get(0).get("error").isNull());
        assertTrue(json.get("readouts").get(5).get("error").asDouble() <= 1);
    }

    @Test
    void evaluationIsATableForPeople() {
        Commands.Said said = run("evaluate", run().toString(), "--readout", "1,T", "--statistics", "hold");
        assertEquals(0, said.code(), said.err());
        List<String> lines = said.out().lines().toList();
        assertEquals(3, lines.size(), said.out());
        assertEquals("   1  no signal yet", lines.get(1));
        assertTrue(lines.get(2).endsWith("  trained"), said.out());
    }

    @Test
    void theRunIsReportedFromItsFolderAloneAsPageAndAsPdf() throws IOException {
        Path page = folder.resolve("report.html");
        Path pdf = folder.resolve("report.pdf");
        for (Path file : new Path[] {page, pdf}) {
            Commands.Said said = run("report", run().toString(), "--out", file.toString());
            assertEquals(0, said.code(), said.err());
        }
        String html = Files.readString(page);
        assertTrue(html.contains("Test error by readout time"), "curves by readout time");
        assertTrue(html.contains("Batch-norm statistics over t, run 1"), "statistics");
        assertTrue(html.contains("no signal"), "a time without signal has no number");
        assertTrue(Files.size(pdf) > 10_000);
    }

    @Test
    void aFinishedRunThatGoesOnShowsWhatItHas() {
        Commands.Said said = run("train", "--resume", run().toString());
        assertEquals(0, said.code(), said.err());
        assertEquals(trained.out(), said.out());
    }

    @Test
    void aWorkerWritesEventsAndNothingElse() {
        Path own = folder.resolve("worker");
        Commands.Said said = train("demo", "--out", own.toString(), "--events");
        assertEquals(0, said.code(), said.err());
        List<TrainingEvent> events = new ArrayList<>();
        said.out().lines().forEach(line -> events.add(EventLines.read(line).orElseThrow()));
        assertTrue(events.get(0) instanceof TrainingEvent.Started);
        assertTrue(events.get(events.size() - 1) instanceof TrainingEvent.Stopped);
        assertEquals("", said.err());
    }

    @Test
    void aFolderThatHoldsARunIsNotOverwritten() {
        assertOneSentence(1, train("demo", "--out", run().toString()), "already holds a run", "--resume");
    }

    @Test
    void aRunFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way", StandardCharsets.UTF_8);
        Commands.Said said = train("demo", "--out", file.resolve("run").toString());
        assertOneSentence(1, said, file.toString());
        assertEquals("in the way", Files.readString(file));
    }

    @Test
    void anUnknownEngineIsNamedAndGuessed() {
        assertOneSentence(2, train("demo", "--engine", "nd4"), "no engine called nd4", "Did you mean nd4j?");
    }

    @Test
    void dataThatAreNotHereSayHowToGetThem() {
        assertOneSentence(1, train("demo", "--data", "cifar-10"), "cifar-10", "data download cifar-10");
    }

    @Test
    void aTruncatedDataFileIsNamed() throws IOException {
        Path cifar = Files.createDirectories(folder.resolve("cifar"));
        Files.write(cifar.resolve("data_batch_1.bin"), new byte[5000]);
        Files.write(cifar.resolve("test_batch.bin"), new byte[3073]);
        assertOneSentence(1, train("demo", "--data", "cifar-10:" + cifar), "data_batch_1.bin");
    }

    @Test
    void aNetworkAndARunThatGoesOnContradictEachOther() {
        assertOneSentence(2, run("train", "demo", "--resume", run().toString()), "leave out demo");
        assertOneSentence(2, run("train"), "Name a NETWORK");
        assertOneSentence(2, run("train", "--resume", run().toString(), "--epochs", "3"), "keeps its settings");
    }

    @Test
    void aWrongSettingIsTheNetworksProblem() {
        assertOneSentence(1, run("train", "demo", "--batch", "1"), "training.batch", "Use at least 2");
    }

    @Test
    void evaluatingWhatIsNoRunIsExplained() {
        assertOneSentence(1, run("evaluate", folder.resolve("nothing").toString()), "There is no such folder");
        assertOneSentence(2, run("evaluate", run().toString(), "--readout", "soon"), "names no readout time");
        assertOneSentence(2, run("evaluate", run().toString(), "--statistics", "none"), "none");
    }

    @Test
    void onlyWhatWasMeasuredOnTheRunsOwnImagesIsKept() throws IOException {
        Path events = run().resolve("events.jsonl");
        String before = Files.readString(events);
        assertOneSentence(
                2,
                run("evaluate", run().toString(), "--data", "shapes:9", "--readout", "T", "--keep"),
                "not the images of " + run(),
                "Leave out --keep");
        assertEquals(before, Files.readString(events));
        assertEquals(
                0,
                run("evaluate", run().toString(), "--data", "shapes:9", "--readout", "T")
                        .code());
        Path own = folder.resolve("kept");
        train("demo", "--out", own.toString());
        Commands.Said said = run("evaluate", own.toString(), "--data", "shapes", "--readout", "T", "--keep");
        assertEquals(0, said.code(), said.err());
        assertTrue(Files.readString(own.resolve("events.jsonl")).lines().count()
                > before.lines().count());
    }

    @Test
    void withoutATestErrorNoCheckpointIsTheBest() throws IOException {
        Path own = folder.resolve("never-tested");
        Commands.Said said = run(
                "train",
                "demo",
                "--epochs",
                "1",
                "--train-images",
                "32",
                "--test-images",
                "0",
                "--out",
                own.toString());
        assertEquals(0, said.code(), said.err());
        assertOneSentence(1, run("evaluate", own.toString(), "--best"), "No test error of " + own, "Leave out --best");
    }

    @Test
    void aReadoutTimeWithoutASignalIsNotTrained() {
        Path none = folder.resolve("silent");
        Commands.Said said = train("demo", "--time", "1", "--out", none.toString());
        assertEquals(1, said.code(), said.err());
        String last = said.err().lines().reduce("", (first, second) -> second);
        assertEquals("unfold: Nothing can be trained. V2 has no signal at T = 1. Read out at T = 2 or later.", last);
        assertFalse(Files.exists(none));
        List<String> warnings =
                said.err().lines().filter(line -> line.contains("warning")).toList();
        assertEquals(warnings.stream().distinct().toList(), warnings, "each warning once");
        assertEquals(5, warnings.size());
    }

    @Test
    void aNumberOfThreadsIsAtLeastOne() throws IOException {
        Path none = folder.resolve("no-threads");
        String sentence = "--threads is 0. Write a number from 1.";
        assertOneSentence(2, train("demo", "--out", none.toString(), "--threads", "0"), sentence);
        assertFalse(Files.exists(none));
        assertOneSentence(2, run("evaluate", run().toString(), "--threads", "0"), sentence);
        assertOneSentence(2, run("explore", run().toString(), "--threads", "0"), sentence);
        assertOneSentence(2, run("bench", "demo", "--threads", "0"), sentence);
        Path grid = Files.writeString(folder.resolve("grid.json"), "{\"sweep\": 1, \"network\": \"demo\"}");
        assertOneSentence(2, run("sweep", grid.toString(), "--threads", "-3"), "--threads is -3");
    }

    @Test
    void aPrecisionThatTheEngineLacksIsRefusedBeforeThereIsARun() {
        Path none = folder.resolve("rounded");
        for (String precision : List.of("tf32", "bfloat16")) {
            assertOneSentence(
                    2,
                    train("demo", "--out", none.toString(), "--precision", precision),
                    "does not compute in",
                    "--engine libtorch");
        }
        assertFalse(Files.exists(none));
    }

    @Test
    void theRunRemembersItsDataFromAnywhere() throws IOException {
        Optional<Path> cifar = SharedFiles.find("data/cifar-10-batches-bin");
        if (cifar.isEmpty()) {
            return;
        }
        Path own = folder.resolve("cifar-run");
        Path relative = Path.of("").toAbsolutePath().relativize(cifar.get());
        Commands.Said said = train("demo", "--data", "cifar-10:" + relative, "--out", own.toString());
        assertEquals(0, said.code(), said.err());
        JsonNode network =
                new ObjectMapper().readTree(own.resolve("network.unfold").toFile());
        assertEquals(cifar.get().toString(), network.get("data").get("path").asText());
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedBeforeThereIsARun() {
        Path none = folder.resolve("too-large");
        Commands.Said said = run("train", "demo", "--time", "400", "--batch", "4096", "--out", none.toString());
        assertOneSentence(1, said, "does not fit into memory", "Nothing was started.", "Try batch ");
        assertFalse(Files.exists(none));
    }

    @Test
    void aRunOfACardThatIsGoneGoesOnOnTheProcessorWhenToldTo() throws IOException {
        Path moved = folder.resolve("of-a-card");
        train("demo", "--out", moved.toString());
        Path provenance = moved.resolve("run.json");
        Files.writeString(
                provenance,
                Files.readString(provenance)
                        .replaceFirst("\"device\" : \"[^\"]*\"", "\"device\" : \"cuda:7\"")
                        .replaceFirst("\"engine\" : \"[^\"]*\"", "\"engine\" : \"libtorch\""));
        assertOneSentence(1, run("train", "--resume", moved.toString()), "cuda:7 cannot be used", "--device cpu");
        Commands.Said said = run("train", "--resume", moved.toString(), "--device", "cpu");
        assertEquals(0, said.code(), said.err());
    }
}
