package org.unfoldlab.model.network;

/** Which way a transition goes in the order of the states. */
public enum Direction {
    /** Towards a later state. */
    FEED_FORWARD,
    /** From a state to itself. */
    LATERAL,
    /** Towards an earlier state. */
    FEEDBACK
}
