package org.unfoldlab.model.store;

import org.unfoldlab.model.sweep.Sweep;

/** What came of reading a sweep file. */
public sealed interface SweepReading {
    /** The file says what to vary; whether every combination can be trained is another question. */
    record Read(Sweep sweep) implements SweepReading {}

    /**
     * The file is missing, no JSON, or its fields are not of the right kind.
     *
     * @param message which file, what is wrong, and where
     */
    record Unreadable(String message) implements SweepReading {}
}
