package org.unfoldlab.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.unfoldlab.app.Places;

/** Runs commands inside the test, with captured streams and data and runs in a folder of the test's own. */
record Commands(Path home) {
    /** What a command said and how it ended. */
    record Said(int code, String out, String err) {}

    Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.piped(InputStream.nullInputStream(), out, err);
        int code = Cli.commandLine(terminal, new Places(home)).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
