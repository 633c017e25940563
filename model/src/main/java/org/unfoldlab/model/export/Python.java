package org.unfoldlab.model.export;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Python writes them. */
final class Python {
    private Python() {}

    /** A string literal on one line. */
    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(character(c)));
        return literal.append('"').toString();
    }

    private static String character(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c < ' ' || c == 0x7f ? " " : Character.toString(c);
        };
    }

    /** Text that may stand in a docstring: on one line, without what would end or escape it. */
    static String docstring(String text) {
        return text.replace("\\", "/")
                .replaceAll("\\p{Cntrl}+", " ")
                .replace("\"\"\"", "'''")
                .replaceAll("\"$", "'");
    }

    static String bool(boolean value) {
        return value ? "True" : "False";
    }

    /** A number without needless digits, e.g. {@code 1e-5}. */
    static String number(double value) {
        return String.valueOf(value).replace(".0E", "e").replace('E', 'e');
    }

    /** A tuple of whole numbers. */
    static String tuple(List<Integer> values) {
        String inside = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return values.size() == 1 ? "(" + inside + ",)" : "(" + inside + ")";
    }

    /** A set of strings. */
    static String set(Collection<String> values) {
        return values.isEmpty()
                ? "set()"
                : values.stream().map(Python::string).collect(Collectors.joining(", ", "{", "}"));
    }

    /** A name made of what names may hold. */
    static String identifier(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "t" + plain : plain;
    }
}
