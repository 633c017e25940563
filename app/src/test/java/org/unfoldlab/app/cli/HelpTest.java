package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Places;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicTest> everyCommandHasHelp() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Terminal terminal = Terminal.piped(InputStream.nullInputStream(), nowhere, nowhere);
        CommandLine all = Cli.commandLine(terminal, new Places(home));
        return all.getSubcommands().values().stream()
                .map(command -> DynamicTest.dynamicTest(command.getCommandName(), () -> {
                    Commands.Said said = new Commands(home).run(command.getCommandName(), "--help");
                    assertEquals(0, said.code());
                    assertTrue(said.out().startsWith("Usage: unfold " + command.getCommandName()), said.out());
                    assertEquals("", said.err());
                }));
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Commands.Said said = new Commands(home).run("--version");
        assertTrue(said.out().matches("Unfold \\d+\\.\\d+\\.\\d+.*\\R"), said.out());
    }

    @Test
    void presetsAreListedWithTitleAndSource() {
        Commands.Said said = new Commands(home).run("presets");
        assertEquals(0, said.code());
        assertTrue(said.out().contains("3-state-frnn-adjacent"), said.out());
        assertTrue(said.out().contains("Source: Liao & Poggio 2016"), said.out());
    }

    @Test
    void theGeneratedSetNeedsNoDownload() {
        Commands.Said said = new Commands(home).run("data", "check", "shapes");
        assertEquals(0, said.code());
        assertTrue(said.out().contains("generated"), said.out());
    }
}
