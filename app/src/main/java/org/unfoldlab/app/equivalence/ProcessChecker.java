package org.unfoldlab.app.equivalence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.app.ThisProgram;
import org.unfoldlab.app.equivalence.page.EquivalenceArguments;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.FindingLines;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkFiles;

/**
 * Checks in a child process, {@code unfold equivalence … --events}, so that a crash of native code ends a check and not
 * the window. The child ends itself when this process does.
 */
public final class ProcessChecker implements Checker {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessChecker.class);
    private static final String OURS = "unfold: ";
    /*
     * Most of a check is native code and starting up: the optimising compiler costs more than it gains. And all states
     * pass through the heap at every step: a small young generation stays in memory that is already there.
     */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xmn32m");

    private final List<String> program;

    public ProcessChecker() {
        this(ThisProgram.command());
    }

    /** For tests: another program that speaks in findings. */
    ProcessChecker(List<String> program) {
        this.program = List.copyOf(program);
    }

    @Override
    public Check start(NetworkDocument network, EquivalenceSettings settings, Listener listener) throws IOException {
        Path file = Files.createTempFile("unfold-check-", NetworkFiles.SUFFIX);
        try {
            NetworkFiles.write(file, network);
            Process process = launch(file, settings);
            begin("unfold-check", () -> follow(process, file, listener));
            return process::destroy;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw new IOException(
                    "The checking process cannot be started. The system says: " + e.getMessage() + ".", e);
        }
    }

    private Process launch(Path file, EquivalenceSettings settings) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(1, QUICK);
        command.add("equivalence");
        command.add(file.toString());
        command.addAll(EquivalenceArguments.of(settings));
        command.add("--events");
        return ThisProgram.child(command).start();
    }

    private static Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void follow(Process process, Path file, Listener listener) {
        // Written by the reading thread alone; joined before it is read here.
        StringBuilder words = new StringBuilder();
        Thread errors = begin("unfold-check-errors", () -> keepWords(process, words));
        try (BufferedReader lines = reader(process.getInputStream())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                FindingLines.read(line).ifPresent(listener::found);
            }
        } catch (IOException e) {
            LOG.debug("check {} cannot be read any more", process.pid(), e);
        }
        try {
            int code = process.waitFor();
            errors.join();
            Files.deleteIfExists(file);
            listener.ended(code, words.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            file.toFile().deleteOnExit();
            listener.ended(process.exitValue(), words.toString());
        }
    }

    /** Keeps the last line that the program itself wrote; libraries write there as well. */
    private static void keepWords(Process process, StringBuilder words) {
        try (BufferedReader lines = reader(process.getErrorStream())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("check {}: {}", process.pid(), line);
                if (line.startsWith(OURS)) {
                    words.setLength(0);
                    words.append(line.substring(OURS.length()));
                }
            }
        } catch (IOException e) {
            LOG.debug("errors of check {} cannot be read any more", process.pid(), e);
        }
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
