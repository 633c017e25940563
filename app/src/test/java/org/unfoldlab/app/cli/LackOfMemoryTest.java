package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Places;
import picocli.CommandLine.Command;

/** A command that finds no memory ends with one sentence, whoever noticed it. */
class LackOfMemoryTest {
    @TempDir
    private Path home;

    /** Fails where commands usually do. */
    @Command(name = "fill")
    private record Filling(Throwable lack) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (lack instanceof Error error) {
                throw error;
            }
            throw (Exception) lack;
        }
    }

    /** Fails where 1 means something else. */
    @Command(name = "fill", exitCodeOnExecutionException = ExitCodes.WRONG_USE)
    private record Comparing() implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    private Commands.Said fill(Object command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.piped(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
        int code = Cli.commandLine(terminal, new Places(home))
                .addSubcommand(command)
                .execute("fill");
        return new Commands.Said(code, "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void javasOwnWordsAreReplaced() {
        String sentence = "unfold: There is not enough memory for this. Choose a smaller batch, fewer images or an"
                + " earlier T, or give Java more, e.g. by UNFOLD_JAVA_OPTS=-Xmx8g.\n";
        assertEquals(new Commands.Said(1, "", sentence), fill(new Filling(new OutOfMemoryError("Java heap space"))));
        assertEquals(
                new Commands.Said(1, "", sentence), fill(new Filling(new IllegalStateException("std::bad_alloc"))));
        assertEquals(new Commands.Said(2, "", sentence), fill(new Comparing()));
    }

    @Test
    void whatAnEngineAdvisesIsKept() {
        String advice = "LibTorch found no memory for this plan. Choose a smaller batch.";
        assertEquals(
                new Commands.Said(1, "", "unfold: " + advice + "\n"), fill(new Filling(new OutOfMemoryError(advice))));
    }
}
