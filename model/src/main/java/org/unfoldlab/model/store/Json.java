package org.unfoldlab.model.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value that remembers where in the text it stands. */
sealed interface Json {
    Place place();

    /** The same value as plain lists, maps, strings, numbers, booleans and nulls. */
    @Nullable
    Object plain();

    /** How a message shows the value. */
    String shown();

    /**
     * A position in a text.
     *
     * @param line from 1
     * @param column from 1, in characters
     */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /** Named values in the order of the text. */
    record Group(Map<String, Json> fields, Place place) implements Json {
        @Override
        public Object plain() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            fields.forEach((name, value) -> plain.put(name, value.plain()));
            return plain;
        }

        @Override
        public String shown() {
            return "{…}";
        }
    }

    /** Values in the order of the text. */
    record Sequence(List<Json> items, Place place) implements Json {
        @Override
        public Object plain() {
            List<@Nullable Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(item.plain()));
            return plain;
        }

        @Override
        public String shown() {
            return "[…]";
        }
    }

    /**
     * A string, number, boolean or null.
     *
     * @param plain numbers are Integer, Long or BigInteger when written as whole numbers, else Double, or BigDecimal
     *     where a double would lose digits
     */
    record Scalar(@Nullable Object plain, Place place) implements Json {
        private static final int LONGEST_SHOWN = 40;

        @Override
        public String shown() {
            String text = String.valueOf(plain);
            String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
            return plain instanceof String ? "\"" + shown + "\"" : shown;
        }
    }
}
