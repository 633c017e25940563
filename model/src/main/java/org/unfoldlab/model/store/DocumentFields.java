package org.unfoldlab.model.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Transition;

/**
 * The experiment of a document, field by field, under the names of SPEC §1: {@code training.epochs},
 * {@code states.V1.channels}, {@code transitions.V1-V2.function}. States and transitions go by their names, so that two
 * networks can be compared whatever their order.
 */
public final class DocumentFields {
    private DocumentFields() {}

    /**
     * One field that is not the same everywhere.
     *
     * @param path e.g. {@code training.epochs}
     * @param values as text, one for each document, in their order; empty where a document lacks the field
     */
    public record Difference(String path, List<Optional<String>> values) {
        public Difference {
            values = List.copyOf(values);
        }
    }

    /** All fields that decide the figures of a run, in the order of a file; what is not in the file is not here. */
    public static Map<String, String> of(NetworkDocument document) {
        DataChoice data = document.data();
        NetworkDocument identity = document.edit()
                .data(new DataChoice(
                        data.set(), Optional.empty(), data.trainImages(), data.testImages(), data.extras()))
                .build();
        Map<String, @Nullable Object> fields = DocumentWriter.experiment(identity);
        fields.put(
                "states",
                named(
                        fields.get("states"),
                        identity.states().stream().map(s -> s.name()).toList()));
        fields.put(
                "transitions",
                named(
                        fields.get("transitions"),
                        identity.transitions().stream().map(Transition::id).toList()));
        document.extras().fields().forEach(fields::putIfAbsent);
        Map<String, String> flat = new LinkedHashMap<>();
        fields.forEach((name, value) -> flatten(flat, name, value));
        return flat;
    }

    /** What differs between documents, and nothing else. */
    public static List<Difference> differences(List<NetworkDocument> documents) {
        List<Map<String, String>> all =
                documents.stream().map(DocumentFields::of).toList();
        Set<String> paths = new LinkedHashSet<>();
        all.forEach(fields -> paths.addAll(fields.keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            List<Optional<String>> values = all.stream()
                    .map(fields -> Optional.ofNullable(fields.get(path)))
                    .toList();
            if (values.stream().distinct().count() > 1) {
                differences.add(new Difference(path, values));
            }
        }
        return differences;
    }

    /** A list of groups as one group by name; a name that comes again gets a number. */
    private static Map<String, @Nullable Object> named(@Nullable Object list, List<String> names) {
        Map<String, @Nullable Object> group = new LinkedHashMap<>();
        List<?> items = (List<?>) Objects.requireNonNull(list);
        for (int i = 0; i < items.size(); i++) {
            String name = names.get(i);
            for (int again = 2; group.containsKey(name); again++) {
                name = names.get(i) + " #" + again;
            }
            group.put(name, items.get(i));
        }
        return group;
    }

    private static void flatten(Map<String, String> flat, String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> group) {
            group.forEach((name, inner) -> flatten(flat, path + "." + name, inner));
        } else {
            flat.put(path, String.valueOf(value));
        }
    }
}
