package org.unfoldlab.model.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of some known names a misspelt one means. */
public final class Suggestion {
    private Suggestion() {}

    /** The nearest known name by edit distance, empty when none is near. */
    public static Optional<String> of(String name, Collection<String> known) {
        String meant = name.toLowerCase(Locale.ROOT);
        int furthest = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(candidate -> distance(meant, candidate.toLowerCase(Locale.ROOT)) <= furthest)
                .min(Comparator.comparingInt(candidate -> distance(meant, candidate.toLowerCase(Locale.ROOT))));
    }

    /** The fewest insertions, deletions and replacements that turn one word into the other (Levenshtein 1966). */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
