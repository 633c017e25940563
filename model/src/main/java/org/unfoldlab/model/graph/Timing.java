package org.unfoldlab.model.graph;

/** When the stimulus is shown (SPEC §2; paper §2.2: homogeneous and inhomogeneous systems). */
public enum Timing {
    /** The pre-net runs once, at t = 0. */
    ONSET,
    /** The pre-net's output joins the first state's contributions at every step. */
    SUSTAINED,
    /** A new frame at every step. */
    SEQUENCE
}
