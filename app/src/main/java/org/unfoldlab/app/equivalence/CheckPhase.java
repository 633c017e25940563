package org.unfoldlab.app.equivalence;

/** Where a check stands. */
public sealed interface CheckPhase {
    /** Nothing was checked since the network changed. */
    record Idle() implements CheckPhase {}

    /**
     * A process is at it.
     *
     * @param words what it does now
     * @param share 0 to 1
     */
    record Running(String words, double share) implements CheckPhase {}

    /** There is a report. */
    record Done(double seconds) implements CheckPhase {}

    /** It ended without one. */
    record Ended(String headline, String words) implements CheckPhase {}
}
