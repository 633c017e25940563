package org.unfoldlab.app.about;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.unfoldlab.app.cli.Version;

/**
 * Collects the parts of a problem report. Reads files and asks the engines in another process: slow, so never on the
 * screen's thread.
 */
public final class ProblemFacts {
    private static final int LONGEST_TEXT = 200_000;
    private static final long PATIENCE_S = 60;
    private static final long MIB = 1 << 20;

    private ProblemFacts() {}

    /**
     * Collects everything.
     *
     * @param log the window's log; need not exist
     * @param settings the settings; need not exist
     * @param network the open network as its file would read, if one is open
     * @param program command of this program, to ask the engines
     */
    public static ProblemReport collect(Path log, Path settings, Optional<String> network, List<String> program) {
        List<ProblemReport.Part> parts = new ArrayList<>();
        parts.add(new ProblemReport.Part("system.txt", "This computer", system(), true));
        parts.add(new ProblemReport.Part("engines.txt", "Engines", engines(program), true));
        parts.add(new ProblemReport.Part("log.txt", "Log", textOf(log), true));
        parts.add(new ProblemReport.Part("settings.json", "Settings", textOf(settings), true));
        network.ifPresent(text -> parts.add(new ProblemReport.Part("network.unfold", "The open network", text, false)));
        return new ProblemReport(parts);
    }

    private static String system() {
        Runtime runtime = Runtime.getRuntime();
        return String.join(
                "\n",
                "Unfold " + Version.number() + ", " + Instant.now(),
                "Java " + Runtime.version() + " by " + System.getProperty("java.vendor"),
                "JavaFX " + System.getProperty("javafx.version", "not loaded"),
                "System " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "Processors " + runtime.availableProcessors(),
                "Memory of the window " + runtime.totalMemory() / MIB + " of at most " + runtime.maxMemory() / MIB
                        + " MiB",
                "");
    }

    private static String engines(List<String> program) {
        List<String> command = new ArrayList<>(program);
        command.add("engines");
        try {
            Path out = Files.createTempFile("unfold-engines-", ".txt");
            try {
                return answer(command, out);
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            return "The engines cannot be asked: " + e.getMessage() + "\n";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Interrupted.\n";
        }
    }

    private static String answer(List<String> command, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            return textOf(out);
        }
        process.destroyForcibly();
        return "No answer in " + PATIENCE_S + " s.\n" + textOf(out);
    }

    /** The end of a text file, or why there is none. */
    private static String textOf(Path file) {
        if (!Files.exists(file)) {
            return "There is none (" + file + ").\n";
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - LONGEST_TEXT));
        } catch (IOException e) {
            return file + " cannot be read: " + e.getMessage() + "\n";
        }
    }
}
