package org.unfoldlab.model.graph;

import java.util.Comparator;
import java.util.Optional;

/**
 * One use of a transition: {@code ID@t} computes a contribution to h(t) from h(t−1).
 *
 * @param transition the transition's id
 * @param time t, 1 … T−1
 */
public record Step(String transition, int time) {
    /** By time, then by transition id. */
    public static final Comparator<Step> BY_TIME =
            Comparator.comparingInt(Step::time).thenComparing(Step::transition);

    /** Reads {@code ID@t}; empty when the text has another form. */
    public static Optional<Step> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || !text.substring(at + 1).strip().matches("\\d{1,6}")) {
            return Optional.empty();
        }
        return Optional.of(new Step(
                text.substring(0, at).strip(),
                Integer.parseInt(text.substring(at + 1).strip())));
    }

    @Override
    public String toString() {
        return transition + "@" + time;
    }
}
