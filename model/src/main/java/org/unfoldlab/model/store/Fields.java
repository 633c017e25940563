package org.unfoldlab.model.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.store.NetworkReading.Problem;

/**
 * Takes known fields out of one JSON group. A field that is missing or of the wrong type becomes a problem with its
 * path and place, and reading goes on with a stand-in, so that one pass finds every problem.
 */
final class Fields {
    private final String path;
    private final Json.Group group;
    private final List<Problem> problems;
    private final Set<String> known = new HashSet<>();

    /**
     * @param path how messages name the group, e.g. {@code states[1]}; empty for the whole file
     * @param problems receives what is found
     */
    Fields(String path, Json.Group group, List<Problem> problems) {
        this.path = path;
        this.group = group;
        this.problems = problems;
    }

    String text(String name) {
        Json value = require(name);
        return value == null ? "" : asText(pathOf(name), value);
    }

    String text(String name, String fallback) {
        return take(name).map(value -> asText(pathOf(name), value)).orElse(fallback);
    }

    Optional<String> optionalText(String name) {
        return take(name).map(value -> asText(pathOf(name), value));
    }

    int whole(String name) {
        Json value = require(name);
        return value == null ? 0 : asWhole(pathOf(name), value);
    }

    int whole(String name, int fallback) {
        return take(name).map(value -> asWhole(pathOf(name), value)).orElse(fallback);
    }

    OptionalInt optionalWhole(String name) {
        return take(name)
                .map(value -> OptionalInt.of(asWhole(pathOf(name), value)))
                .orElse(OptionalInt.empty());
    }

    long bigWhole(String name, long fallback) {
        return take(name)
                .map(value -> asBigWhole(pathOf(name), value, "a whole number", Long.MIN_VALUE, Long.MAX_VALUE))
                .orElse(fallback);
    }

    double number(String name) {
        Json value = require(name);
        return value == null ? 0 : asNumber(pathOf(name), value);
    }

    double number(String name, double fallback) {
        return take(name).map(value -> asNumber(pathOf(name), value)).orElse(fallback);
    }

    boolean flag(String name) {
        return take(name).map(value -> asFlag(pathOf(name), value)).orElse(false);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        return take(name)
                .map(value -> asChoice(pathOf(name), value, type, fallback))
                .orElse(fallback);
    }

    /** A list of choices; empty when it is not there. */
    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        Json value = take(name).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Json.Sequence sequence)) {
            problem(pathOf(name), "a list [ … ]", value);
            return List.of();
        }
        List<E> chosen = new ArrayList<>();
        for (Json item : sequence.items()) {
            if (item instanceof Json.Scalar scalar && scalar.plain() instanceof String text) {
                Optional<E> known = Spelling.read(type, text);
                known.ifPresent(chosen::add);
                if (known.isPresent()) {
                    continue;
                }
            }
            problem(pathOf(name), "a list of " + Spelling.list(type), item);
        }
        return chosen;
    }

    /** A group of fields of its own. */
    <T> T part(String name, T fallback, Function<Fields, T> read) {
        return take(name).flatMap(value -> inner(pathOf(name), value)).map(read).orElse(fallback);
    }

    /** A group of fields that must be there; missing, it is read from nothing. */
    <T> T part(String name, Function<Fields, T> read) {
        Json value = require(name);
        Optional<Fields> inner = value == null ? Optional.empty() : inner(pathOf(name), value);
        return read.apply(inner.orElseGet(() -> new Fields(pathOf(name), EMPTY, new ArrayList<>())));
    }

    /** A list of groups that must be there. */
    <T> List<T> parts(String name, Function<Fields, T> read) {
        Json value = require(name);
        return value == null ? List.of() : asParts(pathOf(name), value, read);
    }

    /** A field that has more than one form; whoever takes it reports problems through {@link #problem}. */
    Optional<Json> take(String name) {
        known.add(name);
        return Optional.ofNullable(group.fields().get(name));
    }

    /** The fields that nobody took, unread. */
    Extras rest() {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        group.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                rest.put(name, value.plain());
            }
        });
        return new Extras(rest);
    }

    /** Names that nobody took yet. */
    List<String> untaken() {
        return group.fields().keySet().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    <T> List<T> asParts(String at, Json value, Function<Fields, T> read) {
        if (!(value instanceof Json.Sequence sequence)) {
            problem(at, "a list [ … ]", value);
            return List.of();
        }
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            inner(at + "[" + i + "]", sequence.items().get(i)).map(read).ifPresent(parts::add);
        }
        return parts;
    }

    String asText(String at, Json value) {
        if (value instanceof Json.Scalar scalar && scalar.plain() instanceof String text) {
            return text;
        }
        problem(at, "a text in double quotes", value);
        return "";
    }

    /** Adds the problem that a value is not what it must be. */
    void problem(String at, String wanted, Json value) {
        problems.add(new Problem(
                at + " must be " + wanted + ", found " + value.shown() + " at " + value.place(),
                value.place().line(),
                value.place().column()));
    }

    private static final Json.Group EMPTY = new Json.Group(Map.of(), new Json.Place(1, 1));

    private @Nullable Json require(String name) {
        Json value = take(name).orElse(null);
        if (value == null) {
            String where = path.isEmpty() ? "" : "; " + path + " begins at " + group.place();
            problems.add(new Problem(
                    pathOf(name) + " is missing" + where,
                    group.place().line(),
                    group.place().column()));
        }
        return value;
    }

    private Optional<Fields> inner(String at, Json value) {
        if (value instanceof Json.Group inner) {
            return Optional.of(new Fields(at, inner, problems));
        }
        problem(at, "a group of fields { … }", value);
        return Optional.empty();
    }

    private int asWhole(String at, Json value) {
        return (int) asBigWhole(at, value, "a whole number", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private long asBigWhole(String at, Json value, String wanted, long least, long most) {
        if (value instanceof Json.Scalar scalar && scalar.plain() instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            boolean inRange =
                    exact.compareTo(BigDecimal.valueOf(least)) >= 0 && exact.compareTo(BigDecimal.valueOf(most)) <= 0;
            if (inRange && exact.stripTrailingZeros().scale() <= 0) {
                return exact.longValueExact();
            }
            problem(at, inRange ? wanted : wanted + " from " + least + " to " + most, value);
            return 0;
        }
        problem(at, wanted, value);
        return 0;
    }

    private double asNumber(String at, Json value) {
        if (value instanceof Json.Scalar scalar && scalar.plain() instanceof Number number) {
            double nearest = number.doubleValue();
            if (Double.isFinite(nearest)) {
                return nearest;
            }
        }
        problem(at, "a number", value);
        return 0;
    }

    private boolean asFlag(String at, Json value) {
        if (value instanceof Json.Scalar scalar && scalar.plain() instanceof Boolean flag) {
            return flag;
        }
        problem(at, "true or false", value);
        return false;
    }

    private <E extends Enum<E>> E asChoice(String at, Json value, Class<E> type, E fallback) {
        if (value instanceof Json.Scalar scalar && scalar.plain() instanceof String text) {
            Optional<E> chosen = Spelling.read(type, text);
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        problem(at, "one of " + Spelling.list(type), value);
        return fallback;
    }
}
