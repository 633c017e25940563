package org.unfoldlab.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.SmallNetworks;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.equivalence.FindingLines;
import org.unfoldlab.model.store.NetworkFiles;

class EquivalenceCommandTest {
    @TempDir
    private Path home;

    private String network = "";

    @BeforeEach
    void writeNetwork() throws IOException {
        Path file = home.resolve("small.unfold");
        NetworkFiles.write(file, SmallNetworks.demo());
        network = file.toString();
    }

    private Commands.Said run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "equivalence";
        all[1] = network;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new Commands(home).run(all);
    }

    @Test
    void withinTheBoundsIsZeroAndBeyondIsOne() throws IOException {
        Commands.Said same = run("--steps", "2", "--json");
        assertThat(same.code()).as(same.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(same.out());
        assertThat(json.get("equivalent").asBoolean()).isTrue();
        assertThat(json.get("states").get("relative").asDouble()).isBetween(0.0, 1e-9);
        Commands.Said apart = run("--steps", "2", "--untie", "V2-V2@2");
        assertThat(apart.code()).isEqualTo(1);
        assertThat(apart.out()).startsWith("Not equivalent.").contains("V2-V2 is untied at t = 2");
    }

    @Test
    void whatCannotBeComparedIsTwoAndNamed() {
        assertThat(run("--untie", "V2-V2@9").code()).isEqualTo(2);
        assertThat(run("--untie", "V2-V2@9").err()).contains("V2-V2@9 does not run at T = 4");
        assertThat(run("--precision", "half").code()).isEqualTo(2);
        assertThat(run("--steps", "-1").code()).isEqualTo(2);
        Commands.Said silent = run("--time", "1");
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err()).contains("No signal yet at T = 1");
        Commands.Said unknown = new Commands(home).run("equivalence", "no-such-network");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no preset and no file");
    }

    @Test
    void whatGoesWrongBesideTheNumbersIsTwoAsWell() throws IOException {
        Path inTheWay = Files.writeString(home.resolve("file"), "in the way");
        Commands.Said unwritten = run(
                "--steps", "0", "--certificate", inTheWay.resolve("page.txt").toString());
        assertThat(unwritten.code()).isEqualTo(2);
        assertThat(unwritten.out()).startsWith("Equivalent");
        assertThat(unwritten.err().lines()).singleElement().asString().contains(inTheWay.toString());
        Commands.Said tooMany = run("--batch", "2000000000");
        assertThat(tooMany.code()).isEqualTo(2);
        assertThat(tooMany.err().lines())
                .singleElement()
                .asString()
                .contains("2000000000 images of ", "Compare fewer images.");
    }

    @Test
    void theCommandOnTheCertificateGivesTheSameFiguresAgain() throws IOException {
        Path text = home.resolve("page.txt");
        Path pdf = home.resolve("page.pdf");
        Commands.Said first = run("--steps", "2", "--push", "V1-V2@1", "--certificate", text.toString());
        assertThat(first.code()).as(first.err()).isEqualTo(1);
        List<String> page = Files.readAllLines(text);
        String command = page.get(page.size() - 1).replace("repeat    unfold ", "");
        String[] again = (command + " --certificate " + pdf).split(" ");
        assertThat(Arrays.asList(again)).contains("--push", "V1-V2@1", "--batch", "--seed");
        Commands.Said second = new Commands(home).run(again);
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(readPdf(pdf)).contains("Not equivalent.", "Unfold", "DeepLearning4J", "V1-V2@1", page.get(1));
    }

    private static String readPdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void eventsAreFindingsOneALine() {
        Commands.Said said = run("--steps", "1", "--events");
        assertThat(said.code()).as(said.err()).isZero();
        List<Finding> findings = said.out()
                .lines()
                .map(line -> FindingLines.read(line).orElseThrow())
                .toList();
        assertThat(findings.get(0)).isInstanceOf(Finding.Built.class);
        assertThat(findings.get(findings.size() - 1)).isInstanceOf(Finding.Finished.class);
    }
}
