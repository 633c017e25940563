package org.unfoldlab.model.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.Extras;

/**
 * {@code label.json} in a run folder: {@code {"name": "TSBN, T = 8", "note": "", "colour": 3, "pinned": false}}. Every
 * field may be missing; fields that this version does not know are kept.
 */
public final class RunLabels {
    static final String FILE = "label.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunLabels() {}

    /** The label of a run. A label is a comfort: one that is missing or cannot be read is none. */
    public static RunLabel read(Path runFolder) {
        Path file = runFolder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : RunLabel.NONE;
        } catch (IOException e) {
            return RunLabel.NONE;
        }
    }

    private static RunLabel parse(String text) {
        try {
            return JsonSource.read(text) instanceof Json.Group group ? label(group) : RunLabel.NONE;
        } catch (JsonSource.SyntaxTrouble damaged) {
            return RunLabel.NONE;
        }
    }

    private static RunLabel label(Json.Group group) {
        List<NetworkReading.Problem> ignored = new ArrayList<>();
        Fields fields = new Fields("", group, ignored);
        String name = fields.text("name", "");
        String note = fields.text("note", "");
        OptionalInt colour = fields.optionalWhole("colour");
        boolean pinned = fields.flag("pinned");
        OptionalInt known = colour.isPresent() && colour.getAsInt() >= 1 ? colour : OptionalInt.empty();
        return new RunLabel(RunLabel.NONE.withName(name).name(), note, known, pinned, fields.rest());
    }

    /**
     * Writes the label of a run whose folder exists.
     *
     * @throws StoreException when it cannot be written; the old label is then untouched
     */
    public static void write(Path runFolder, RunLabel label) throws StoreException {
        AtomicFiles.writeText(runFolder.resolve(FILE), text(label));
    }

    private static String text(RunLabel label) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        label.name().ifPresent(name -> fields.put("name", name));
        fields.put("note", label.note());
        label.colour().ifPresent(colour -> fields.put("colour", colour));
        fields.put("pinned", label.pinned());
        Extras extras = label.extras();
        extras.fields().forEach(fields::putIfAbsent);
        try {
            return MAPPER.writer(new OneLineEach()).writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("labels hold plain values only", e);
        }
    }
}
