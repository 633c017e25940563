package org.unfoldlab.model.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.JsonSource.SyntaxTrouble;
import org.unfoldlab.model.store.NetworkReading.Problem;
import org.unfoldlab.model.sweep.Axis;
import org.unfoldlab.model.sweep.Sweep;

/**
 * Sweep files: JSON in UTF-8, one sweep each; written out in {@code docs/sweeps.md}.
 *
 * <pre>{@code
 * { "sweep": 1,
 *   "title": "Time and statistics",
 *   "network": "demo",
 *   "vary": { "time": [3, 5, 8], "statistics": ["per-time", "shared"], "seed": [1, 2, 3], "epochs": 4 } }
 * }</pre>
 *
 * <p>{@code network} is a preset, a network file (relative to the sweep file), or the network itself. A setting with
 * one value may stand without brackets.
 */
public final class SweepFiles {
    /** The format that this version reads and writes. */
    static final int FORMAT = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SweepFiles() {}

    /** Reads a file; what is wrong with it comes back as sentences with line and column. */
    public static SweepReading read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > NetworkFiles.LARGEST_BYTES) {
                return unreadable(name, "It is too large to be a sweep file.");
            }
            Path folder = file.toAbsolutePath().getParent();
            return parse(name, new String(bytes, StandardCharsets.UTF_8), folder == null ? Path.of("") : folder);
        } catch (IOException e) {
            return unreadable(file.toString(), FileTrouble.whyNotReadable(file, e));
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param name of the file, for messages
     * @param folder that network files are looked for in
     */
    static SweepReading parse(String name, String text, Path folder) {
        try {
            Json json = JsonSource.read(text);
            if (!(json instanceof Json.Group group) || !group.fields().containsKey("sweep")) {
                return unreadable(name, "It is no sweep file: the field \"sweep\" is missing.");
            }
            List<Problem> problems = new ArrayList<>();
            Optional<Sweep> sweep = sweep(new Fields("", group, problems), problems, name, folder);
            return problems.isEmpty() && sweep.isPresent()
                    ? new SweepReading.Read(sweep.get())
                    : unreadable(name, problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        } catch (SyntaxTrouble e) {
            return unreadable(name, e.sentence());
        }
    }

    private static SweepReading unreadable(String name, String why) {
        return new SweepReading.Unreadable(name + " cannot be read. " + why);
    }

    private static Optional<Sweep> sweep(Fields fields, List<Problem> problems, String name, Path folder) {
        int format = fields.whole("sweep");
        if (format != FORMAT) {
            problems.add(new Problem(
                    "Its format " + format + " is unknown; this version of Unfold reads format " + FORMAT, 0, 0));
        }
        Optional<NetworkDocument> base = network(fields, problems, folder);
        String title = fields.text(
                "title",
                base.map(NetworkDocument::title).filter(t -> !t.isBlank()).orElse(name));
        Map<Axis, List<String>> values = fields.part("vary", Map.of(), vary -> values(vary));
        return base.map(document -> new Sweep(title, document, values, fields.rest()));
    }

    private static Optional<NetworkDocument> network(Fields fields, List<Problem> problems, Path folder) {
        Json value = fields.take("network").orElse(null);
        if (value instanceof Json.Group group) {
            return Optional.of(DocumentReader.document(new Fields("network", group, problems), "network"));
        }
        if (value instanceof Json.Scalar scalar && scalar.plain() instanceof String named) {
            return named(named, problems, folder);
        }
        if (value == null) {
            problems.add(new Problem("network is missing: name a preset or a network file", 0, 0));
        } else {
            fields.problem("network", "a preset, a file name or a network { … }", value);
        }
        return Optional.empty();
    }

    /** A file wins over a preset of the same name, as on the command line. */
    private static Optional<NetworkDocument> named(String name, List<Problem> problems, Path folder) {
        Optional<Path> file = file(name, folder);
        if (file.isPresent()) {
            NetworkReading reading = NetworkFiles.read(file.get());
            if (reading instanceof NetworkReading.Unreadable unreadable) {
                problems.add(new Problem(unreadable.message(), 0, 0));
                return Optional.empty();
            }
            return Optional.of(((NetworkReading.Read) reading).document());
        }
        Optional<Presets.Preset> preset = Presets.find(name);
        if (preset.isEmpty()) {
            String hint = Presets.suggestion(name)
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            problems.add(new Problem("There is no preset and no file called " + name + "." + hint, 0, 0));
        }
        return preset.map(Presets.Preset::document);
    }

    private static Optional<Path> file(String name, Path folder) {
        try {
            Path file = folder.resolve(name);
            return name.endsWith(NetworkFiles.SUFFIX) || Files.isRegularFile(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Map<Axis, List<String>> values(Fields vary) {
        Map<Axis, List<String>> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            vary.take(axis.key()).ifPresent(value -> {
                List<String> read = values(vary, axis, value);
                if (!read.isEmpty()) {
                    values.put(axis, read);
                }
            });
        }
        for (String unknown : vary.untaken()) {
            String keys = Stream.of(Axis.values()).map(Axis::key).collect(Collectors.joining(", "));
            vary.take(unknown).ifPresent(value -> vary.problem(vary.pathOf(unknown), "one of " + keys, value));
        }
        return values;
    }

    private static List<String> values(Fields vary, Axis axis, Json value) {
        List<Json> items = value instanceof Json.Sequence list ? list.items() : List.of(value);
        if (items.isEmpty()) {
            vary.problem(vary.pathOf(axis.key()), "at least one value", value);
        }
        List<String> read = new ArrayList<>();
        for (Json item : items) {
            Optional<String> canonical = item instanceof Json.Scalar scalar
                    ? axis.canonical(String.valueOf(scalar.plain()))
                    : Optional.empty();
            canonical.ifPresentOrElse(read::add, () -> vary.problem(vary.pathOf(axis.key()), axis.wanted(), item));
        }
        return read;
    }

    /**
     * Writes a sweep with its network in it, so that the file serves anywhere.
     *
     * @throws StoreException when it cannot be written; the old file is then untouched
     */
    public static void write(Path file, Sweep sweep) throws StoreException {
        AtomicFiles.writeText(file, text(sweep));
    }

    static String text(Sweep sweep) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("sweep", FORMAT);
        fields.put("title", sweep.title());
        Map<String, @Nullable Object> vary = new LinkedHashMap<>();
        sweep.values()
                .forEach((axis, values) -> vary.put(
                        axis.key(), values.stream().map(SweepFiles::plain).toList()));
        fields.put("vary", vary);
        fields.put("network", DocumentWriter.file(sweep.base()));
        sweep.extras().fields().forEach(fields::putIfAbsent);
        try {
            return MAPPER.writer(new OneLineEach()).writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a sweep holds values that JSON cannot express", e);
        }
    }

    /** Numbers without quotes. */
    private static Object plain(String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException word) {
            return value;
        }
    }
}
