package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;
import org.unfoldlab.model.store.Presets;

/**
 * A network that was named on the command line, read but not yet checked.
 *
 * @param name as typed
 */
record Networks(String name, NetworkDocument document, Terminal terminal) {
    /**
     * Reads a file or preset. A file wins over a preset of the same name, a folder does not.
     *
     * @throws Failure if there is neither, or the file cannot be read
     */
    static Networks open(String name, Terminal terminal) {
        Optional<Path> file = file(name);
        if (file.isEmpty()) {
            Presets.Preset preset = Presets.find(name).orElseThrow(() -> unknown(name));
            return new Networks(name, preset.document(), terminal);
        }
        NetworkReading reading = NetworkFiles.read(file.get());
        if (reading instanceof NetworkReading.Unreadable unreadable) {
            throw Failure.failed(unreadable.message());
        }
        NetworkReading.Read read = (NetworkReading.Read) reading;
        read.notes().forEach(note -> terminal.err().println("unfold: " + note));
        return new Networks(name, read.document(), terminal);
    }

    private static Optional<Path> file(String name) {
        try {
            Path path = Path.of(name);
            boolean looksLikeFile = name.endsWith(NetworkFiles.SUFFIX) || path.getNameCount() > 1;
            boolean isFile = Files.isRegularFile(path)
                    || Files.exists(path) && Presets.find(name).isEmpty();
            return looksLikeFile || isFile ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Failure unknown(String name) {
        String hint = Presets.suggestion(name)
                .map(near -> "Did you mean " + near + "?")
                .orElse("'unfold presets' lists the presets.");
        return Failure.failed("There is no preset and no file called " + name + ". " + hint);
    }

    /** The same with another document. */
    Networks with(NetworkDocument other) {
        return new Networks(name, other, terminal);
    }

    /** The network at its own readout time, or at another; warnings are told. */
    Network checked(Optional<Integer> time) {
        Checked.Valid valid = withoutErrors(time);
        valid.problems().forEach(problem -> terminal.err().println("unfold: warning: " + line(problem)));
        return valid.network();
    }

    /**
     * The same without a word, for a network that is checked again later.
     *
     * @throws Failure if it has errors
     */
    Checked.Valid withoutErrors(Optional<Integer> time) {
        Checked checked =
                time.isPresent() ? NetworkChecker.check(document, time.get()) : NetworkChecker.check(document);
        if (checked instanceof Checked.Valid valid) {
            return valid;
        }
        throw Failure.failed(lines(checked.problems()));
    }

    private List<String> lines(List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (errors.size() == 1) {
            return List.of(name + ": " + line(errors.get(0)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(name + " has " + errors.size() + " problems:");
        errors.forEach(problem -> lines.add("  " + line(problem)));
        return lines;
    }

    private static String line(Problem problem) {
        return problem.place().words().map(words -> words + ": ").orElse("") + problem.sentence();
    }
}
