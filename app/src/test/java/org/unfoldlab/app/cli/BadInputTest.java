package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.Presets;

/** Every mistake gives clear sentences, the right exit code, and no stack trace. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Commands.Said run(String... arguments) {
        return new Commands(folder.resolve("home")).run(arguments);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String demo() {
        return NetworkFiles.text(Presets.find("demo").orElseThrow().document());
    }

    private static void assertOneSentence(int code, Commands.Said said, String... words) {
        assertEquals(code, said.code(), said.err());
        assertEquals("", said.out());
        assertEquals(1, said.err().lines().count(), said.err());
        assertFalse(said.err().contains("\tat "), said.err());
        for (String word : words) {
            assertTrue(said.err().contains(word), "“" + word + "” is missing in: " + said.err());
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nothing.unfold");
        assertOneSentence(1, run("describe", file.toString()), file.toString(), "There is no such file");
    }

    @Test
    void aFolderIsNoNetwork() {
        assertOneSentence(1, run("describe", folder.toString()), "It is a folder");
    }

    @Test
    void aFolderDoesNotHideAPreset() throws IOException {
        Path demo = Files.createDirectory(Path.of("demo"));
        try {
            assertEquals(0, run("describe", "demo").code());
        } finally {
            Files.delete(demo);
        }
    }

    @Test
    void brokenJsonIsShownByLineAndColumn() throws IOException {
        Path file = write("broken.unfold", "{ \"unfold\": 1,\n  \"title\": \"x\"\n  \"preNet\": \"C\" }");
        assertOneSentence(
                1,
                run("describe", file.toString()),
                "broken.unfold cannot be read",
                "comma is missing at line 2, column 15");
    }

    @Test
    void wrongTypesAreNamedByField() throws IOException {
        Path file = write("types.unfold", demo().replace("\"classes\": 10", "\"classes\": \"ten\""));
        assertOneSentence(1, run("describe", file.toString()), "types.unfold cannot be read", "classes");
    }

    @Test
    void anEmptyFileIsNoNetwork() throws IOException {
        assertOneSentence(1, run("describe", write("empty.unfold", "").toString()), "empty.unfold cannot be read");
    }

    @Test
    void aFileOfANewerVersionIsReadWithANote() throws IOException {
        Path file = write("newer.unfold", demo().replace("\"unfold\": 1", "\"unfold\": 2"));
        Commands.Said said = run("describe", file.toString());
        assertEquals(0, said.code(), said.err());
        assertTrue(said.err().contains("newer version of Unfold"), said.err());
    }

    @Test
    void anUnknownVersionIsRefused() throws IOException {
        Path file = write("old.unfold", demo().replace("\"unfold\": 1", "\"unfold\": 0"));
        assertOneSentence(1, run("describe", file.toString()), "format version 0 is unknown");
    }

    @Test
    void aMisspeltPresetIsGuessed() {
        assertOneSentence(1, run("describe", "2-state-frn"), "2-state-frn", "Did you mean 2-state-frnn?");
    }

    @Test
    void allProblemsOfANetworkAreListedWithPlaceAndRemedy() throws IOException {
        NetworkDocument demo = Presets.find("demo").orElseThrow().document();
        NetworkDocument wrong = demo.edit()
                .preNet("C")
                .classes(1)
                .readout(demo.readout().withTime(0))
                .build();
        Path file = write("wrong.unfold", NetworkFiles.text(wrong));
        Commands.Said said = run("describe", file.toString());
        assertEquals(1, said.code());
        List<String> lines = said.err().lines().toList();
        assertEquals(4, lines.size(), said.err());
        assertTrue(lines.get(0).endsWith("has 3 problems:"), said.err());
        assertTrue(said.err().contains("  classes: There are 1 classes. Use 2 to 100,000."), said.err());
    }

    @Test
    void anUnknownCommandIsWrongUseAndGuessed() {
        assertOneSentence(2, run("descrbe", "demo"), "Did you mean describe?");
    }

    @Test
    void anUnknownOptionIsWrongUseAndGuessed() {
        assertOneSentence(2, run("describe", "demo", "--tme", "3"), "--tme", "Did you mean --time?");
    }

    @Test
    void aNumberThatIsNoneIsWrongUse() {
        assertOneSentence(2, run("describe", "demo", "--time", "soon"), "--time", "soon");
    }

    @Test
    void aMissingArgumentIsWrongUse() {
        assertOneSentence(2, run("describe"), "NETWORK");
    }

    @Test
    void anUnknownSetIsWrongUse() {
        assertOneSentence(2, run("data", "where", "cifar-100"), "cifar-100", "Did you mean cifar-10?");
    }

    @Test
    void aTruncatedDataFileIsNamed() throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        Files.write(mnist.resolve("t10k-labels-idx1-ubyte.gz"), new byte[100]);
        Commands.Said said = run("data", "check", "mnist", mnist.toString());
        assertEquals(1, said.code());
        assertTrue(said.out().contains("t10k-labels-idx1-ubyte.gz"), said.out());
        assertTrue(Files.exists(mnist.resolve("t10k-labels-idx1-ubyte.gz")), "the file is left alone");
    }

    @Test
    void debugShowsWhereAnErrorArose() {
        Commands.Said said = run("describe", "--debug", "nothing.unfold");
        assertEquals(1, said.code());
        assertTrue(said.err().contains("\tat org.unfoldlab.app.cli"), said.err());
    }
}
