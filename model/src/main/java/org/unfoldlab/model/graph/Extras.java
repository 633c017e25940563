package org.unfoldlab.model.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields of a file that this version does not know. They are carried along unread, so that a file made by another
 * version, or annotated by hand, loses nothing when it is saved.
 *
 * @param fields name to value; values are plain strings, numbers, booleans, nulls, lists and maps, in file order
 */
public record Extras(Map<String, Object> fields) {
    /** No unknown field. */
    public static final Extras NONE = new Extras(Map.of());

    public Extras {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
