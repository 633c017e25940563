package org.unfoldlab.app.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Where a command speaks: results to {@link #out}, everything else to {@link #err}. Both take any text and turn what
 * the terminal cannot show into plain letters.
 *
 * @param in what is typed, or sent by a parent process
 * @param interactive true when a person watches: lines may then be rewritten in place
 * @param unicode true when block and braille characters can be shown
 * @param width columns of a line
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, boolean interactive, boolean unicode, int width) {
    private static final int DEFAULT_WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    /** The terminal or pipe that this process was started with. */
    public static Terminal ofProcess() {
        Charset charset = outputCharset();
        return new Terminal(
                System.in,
                printer(System.out, charset),
                printer(System.err, charset),
                watched(),
                charset.equals(StandardCharsets.UTF_8),
                columns());
    }

    /** A terminal for a parent process or a test: no person, UTF-8. */
    public static Terminal piped(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(
                in,
                printer(out, StandardCharsets.UTF_8),
                printer(err, StandardCharsets.UTF_8),
                false,
                true,
                DEFAULT_WIDTH);
    }

    private static PrintStream printer(OutputStream stream, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                ? new PrintStream(stream, true, charset)
                : new PrintStream(new PlainLetters(stream, charset), true, StandardCharsets.UTF_8);
    }

    private static Charset outputCharset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(name -> name != null && Charset.isSupported(name))
                .map(Charset::forName)
                .findFirst()
                .orElse(StandardCharsets.US_ASCII);
    }

    /** The launcher says it exactly; without it, a console on which no dumb program listens. */
    @SuppressWarnings("SystemConsoleNull") // The version is asked first.
    private static boolean watched() {
        String told = System.getProperty("unfold.terminal");
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        // From JDK 22 on there is a console even where nobody watches.
        return Runtime.version().feature() < 22 && System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    private static int columns() {
        String columns = System.getProperty("unfold.columns", "");
        if (!columns.matches("[1-9]\\d{0,3}")) {
            return DEFAULT_WIDTH;
        }
        return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
    }
}
