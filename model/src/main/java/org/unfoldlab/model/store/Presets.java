package org.unfoldlab.model.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;

/** The networks that come with the program: those of the paper, and the demo. */
public final class Presets {
    private static final String FOLDER = "presets/";
    private static final String INDEX = FOLDER + "index.txt";

    private Presets() {}

    /**
     * A network that comes with the program.
     *
     * @param name as typed in a terminal, e.g. {@code 2-state-frnn}
     */
    public record Preset(String name, NetworkDocument document) {
        public String title() {
            return document.title();
        }

        /** A line on what the network shows. */
        public String description() {
            return document.description();
        }

        /** Where it comes from, and what of it is ours. */
        public String source() {
            return document.source();
        }
    }

    /** All of them, in the order in which they should be offered. */
    public static List<Preset> all() {
        return names().stream().map(Presets::load).toList();
    }

    /** Their names, in the same order. */
    public static List<String> names() {
        return new String(resource(INDEX), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The preset of this name, empty when there is none. */
    public static Optional<Preset> find(String name) {
        return names().contains(name) ? Optional.of(load(name)) : Optional.empty();
    }

    /** The preset that was probably meant by a name that does not exist. */
    public static Optional<String> suggestion(String name) {
        return Suggestion.of(name, names());
    }

    private static Preset load(String name) {
        String file = name + NetworkFiles.SUFFIX;
        NetworkReading reading = NetworkFiles.parse(file, resource(FOLDER + file));
        if (reading instanceof NetworkReading.Read read) {
            return new Preset(name, read.document());
        }
        throw new IllegalStateException("the program's own preset is broken: " + reading);
    }

    private static byte[] resource(String path) {
        try (InputStream in = Presets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException("the program's own file " + path + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
