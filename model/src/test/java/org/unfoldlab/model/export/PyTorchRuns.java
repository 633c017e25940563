package org.unfoldlab.model.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts with python3, many in one process, since loading torch takes most of the time. */
final class PyTorchRuns {
    private static final String DRIVER = """
        import io, runpy, sys
        for line in open(sys.argv[1], encoding="utf-8"):
            sys.argv = line.rstrip("\\n").split("\\t")
            runpy.run_path(sys.argv[0], run_name="__main__")
        """;

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    PyTorchRuns(Path folder) {
        this.folder = folder;
    }

    /** True where there is a python3 with torch. */
    static boolean possible() {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import torch, numpy")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Adds a run of a script with arguments. */
    void add(String script, String... arguments) throws IOException {
        Path file = folder.resolve("script" + lines.size() + ".py");
        Files.writeString(file, script);
        lines.add(file + (arguments.length == 0 ? "" : "\t" + String.join("\t", arguments)));
    }

    /** What all runs print, a line each. */
    List<String> run() throws IOException, InterruptedException {
        Path driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
        Path list = Files.write(folder.resolve("runs.txt"), lines);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder("python3", driver.toString(), list.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("python3 did not end");
        }
        String text = Files.readString(said, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException(text);
        }
        return text.lines().toList();
    }
}
