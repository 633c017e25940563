package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unfoldlab.app.ThisProgram;

/** Runs {@code unfold evaluate} as a process of its own and waits for it. */
final class Evaluations {
    private Evaluations() {}

    /**
     * Tests a run.
     *
     * @param program this program, as a command
     * @throws IOException with what the process said last, when it failed
     */
    static void run(List<String> program, Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.add("evaluate");
        command.add(folder.toString());
        command.addAll(arguments);
        Path words = Files.createTempFile("unfold-evaluate-", ".log");
        Process process = ThisProgram.child(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(words.toFile())
                .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(lastLine(words, code));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("It was called off.", e);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    private static String lastLine(Path words, int code) throws IOException {
        return Files.readAllLines(words, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("The process ended with code " + code + ".");
    }
}
