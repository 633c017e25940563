package org.unfoldlab.model.graph;

/** Where batch statistics come from at evaluation (SPEC §4, other readout times). */
public enum StatisticsPolicy {
    /** Measured anew on a sample of the training set. */
    RECALIBRATE,
    /** Running averages; times that training never saw take those of the last trained t of that position. */
    HOLD,
    /** Those of the batch being evaluated. */
    BATCH
}
