package org.unfoldlab.model.store;

import java.util.List;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.NetworkDocument;

/** What came of reading a network file. */
public sealed interface NetworkReading {
    /**
     * The file is a network, right or wrong as such; the checker in {@code model.network} says which.
     *
     * @param notes sentences that the user should see, e.g. that the file is opened read-only
     */
    record Read(NetworkDocument document, List<String> notes) implements NetworkReading {
        public Read {
            notes = List.copyOf(notes);
        }

        /** True for a file of a newer format: saving it could lose what this version does not understand. */
        public boolean readOnly() {
            return document.format() > NetworkDocument.CURRENT_FORMAT;
        }
    }

    /**
     * The file is missing, no JSON, or its fields are not of the right kind.
     *
     * @param file as the user knows it
     * @param problems at least one, in the order of the file
     */
    record Unreadable(String file, List<Problem> problems) implements NetworkReading {
        private static final int MOST_SHOWN = 3;

        public Unreadable {
            problems = List.copyOf(problems);
        }

        /** What is wrong: "two-areas.unfold cannot be read. A comma is missing at line 14, column 48." */
        public String message() {
            String first =
                    problems.stream().limit(MOST_SHOWN).map(Problem::sentence).collect(Collectors.joining(" "));
            int more = problems.size() - MOST_SHOWN;
            String rest =
                    more <= 0 ? "" : more == 1 ? " One more problem follows." : " " + more + " more problems follow.";
            return file + " cannot be read. " + first + rest;
        }
    }

    /**
     * One thing that is wrong with a file.
     *
     * @param text with its place, where it has one
     * @param line from 1; 0 where only the text tells
     * @param column from 1; 0 where only the text tells
     */
    record Problem(String text, int line, int column) {
        String sentence() {
            return text.endsWith(".") ? text : text + ".";
        }
    }
}
