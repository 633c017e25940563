package org.unfoldlab.model.network;

import java.util.List;

/** What the checker says of a document. */
public sealed interface Checked {
    /** All problems: only warnings when {@link Valid}, at least one error when {@link Rejected}. */
    List<Problem> problems();

    /** Can run. */
    record Valid(Network network, List<Problem> problems) implements Checked {
        public Valid {
            problems = List.copyOf(problems);
        }
    }

    /** Cannot run. */
    record Rejected(List<Problem> problems) implements Checked {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
