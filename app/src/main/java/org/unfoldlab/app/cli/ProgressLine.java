package org.unfoldlab.app.cli;

import java.io.PrintStream;

/**
 * One line about what is going on: rewritten in place where a person watches, otherwise printed now and then as lines
 * of a log. Goes to the error stream, so that results stay clean.
 */
final class ProgressLine implements AutoCloseable {
    private static final String START_OF_LINE = "\r";
    private static final String CLEAR_TO_END = "\033[K";
    /** Redrawing faster than this only flickers. */
    private static final long LIVE_NANOS = 100_000_000L;

    private static final long LOG_NANOS = 10_000_000_000L;

    private final PrintStream out;
    private final boolean live;
    private final int width;
    private long last = System.nanoTime() - LOG_NANOS;
    private boolean shown;

    ProgressLine(Terminal terminal) {
        out = terminal.err();
        live = terminal.interactive();
        width = terminal.width();
    }

    /** Shows the newest state; most calls cost nothing. */
    synchronized void show(String text) {
        long now = System.nanoTime();
        if (now - last < (live ? LIVE_NANOS : LOG_NANOS)) {
            return;
        }
        last = now;
        if (live) {
            out.print(START_OF_LINE + (text.length() < width ? text : text.substring(0, width - 1)) + CLEAR_TO_END);
            out.flush();
            shown = true;
        } else {
            out.println(text);
        }
    }

    /** Prints a line that stays. */
    synchronized void keep(String text) {
        clear();
        out.println(text);
        last = System.nanoTime();
    }

    private void clear() {
        if (shown) {
            out.print(START_OF_LINE + CLEAR_TO_END);
            out.flush();
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
    }
}
