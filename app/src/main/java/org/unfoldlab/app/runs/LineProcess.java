package org.unfoldlab.app.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.app.ThisProgram;

/**
 * A child process that is spoken to in lines. Three threads serve it, so that no call ever waits: one writes lines, one
 * reads them, one keeps the child's last words. If this process dies, the child's input ends.
 */
public final class LineProcess {
    private static final Logger LOG = LoggerFactory.getLogger(LineProcess.class);
    private static final int LONGEST_WORDS = 500;

    private final Process process;
    private final Consumer<String> line;
    private final Consumer<Worker.Ending> ended;
    /** Lines to write; empty wakes the writer, which then finds the child gone. */
    private final BlockingQueue<Optional<String>> waiting = new LinkedBlockingQueue<>();

    private volatile String lastWords = "";

    private LineProcess(Process process, Consumer<String> line, Consumer<Worker.Ending> ended) {
        this.process = process;
        this.line = line;
        this.ended = ended;
    }

    /**
     * Starts a child and begins to listen to it.
     *
     * @param command program and arguments
     * @param environment variables on top of this process's own
     * @param line told each line of its output, on a thread of its own
     * @param ended told once when it is gone, after its last line
     * @throws IOException when there is no such program
     */
    public static LineProcess start(
            List<String> command, Map<String, String> environment, Consumer<String> line, Consumer<Worker.Ending> ended)
            throws IOException {
        ProcessBuilder builder = ThisProgram.child(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        LineProcess child = new LineProcess(process, line, ended);
        Thread errors = begin("unfold-child-errors", child::keepLastWords);
        begin("unfold-child-input", child::writeLines);
        begin("unfold-child-output", () -> child.readLines(errors));
        return child;
    }

    private static Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Says a line to the child; returns at once. */
    public void say(String text) {
        waiting.add(Optional.of(text));
    }

    /** Process id, for messages. */
    public long pid() {
        return process.pid();
    }

    private void writeLines() {
        try (OutputStream out = process.getOutputStream()) {
            while (process.isAlive()) {
                Optional<String> next = waiting.take();
                if (next.isPresent()) {
                    out.write((next.get() + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } catch (IOException | InterruptedException childIsGone) {
            LOG.debug("no more lines to child {}", process.pid());
        }
    }

    private void readLines(Thread errors) {
        try (BufferedReader lines = reader(process.getInputStream())) {
            String next = lines.readLine();
            while (next != null) {
                line.accept(next);
                next = lines.readLine();
            }
        } catch (IOException e) {
            LOG.warn("child {} cannot be read any more: {}", process.pid(), e.getMessage());
        }
        try {
            int code = process.waitFor();
            errors.join();
            waiting.add(Optional.empty());
            ended.accept(new Worker.Ending(code, lastWords));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the last line that says something. */
    private void keepLastWords() {
        try (BufferedReader lines = reader(process.getErrorStream())) {
            String next = lines.readLine();
            while (next != null) {
                LOG.debug("child {}: {}", process.pid(), next);
                if (!next.isBlank()) {
                    String words = next.strip();
                    lastWords = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
                }
                next = lines.readLine();
            }
        } catch (IOException e) {
            LOG.debug("errors of child {} cannot be read any more", process.pid(), e);
        }
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
