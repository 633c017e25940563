package org.unfoldlab.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs without a display: nothing here starts JavaFX. */
class ExportCommandTest {
    @TempDir
    private Path home;

    private Commands.Said run(String... arguments) {
        return new Commands(home).run(arguments);
    }

    @Test
    void theSummaryIsPrintedAndAgreesWithDescribe() {
        Commands.Said said = run("export", "2-state-frnn", "--view", "summary");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("2-state FRNN").containsPattern("in all +44,538");
        assertThat(run("describe", "2-state-frnn").out()).contains("44538");
    }

    @Test
    void theScriptIsWrittenForTheTimeThatWasAskedFor() throws IOException {
        Path file = home.resolve("net.py");
        Commands.Said said =
                run("export", "2-state-frnn", "--view", "pytorch", "--time", "7", "--out", file.toString());
        assertThat(said.err()).isEmpty();
        assertThat(Files.readString(file)).startsWith("#!/usr/bin/env python3").contains("\nT = 7 ");
    }

    @Test
    void aDrawingIsWrittenAsItsNameSays() throws IOException {
        for (String suffix : new String[] {"svg", "pdf", "png"}) {
            Path file = home.resolve("drawing." + suffix);
            Commands.Said said = run("export", "demo", "--view", "unrolled", "--out", file.toString());
            assertThat(said.err()).isEmpty();
            assertThat(Files.size(file)).isGreaterThan(1000);
        }
        assertThat(Files.readString(home.resolve("drawing.svg"))).contains("demo · seed 1 · Unfold ");
    }

    @Test
    void whatCannotBeDrawnIsExplained() {
        assertThat(run("export", "demo", "--view", "graph", "--out", "graph.gif"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("graph.gif names no kind of drawing"));
        assertThat(run("export", "demo", "--view", "graph").err()).contains("A drawing needs --out FILE");
        Commands.Said silent = run("export", "demo", "--view", "pytorch", "--time", "1");
        assertThat(silent.code()).isEqualTo(1);
        assertThat(silent.err()).contains("No signal yet at T = 1");
    }

    @Test
    void aReportNeedsRunsThatExistAndANameThatSaysItsKind() {
        assertThat(run("report", home.resolve("none").toString(), "--out", "r.html")
                        .err())
                .contains("There is no such folder");
        assertThat(run("report", home.toString(), "--out", "r.html").err()).contains("no run folder");
    }
}
