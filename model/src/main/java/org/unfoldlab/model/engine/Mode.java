package org.unfoldlab.model.engine;

/** What an executable is laid out for. */
public enum Mode {
    /** Forward with the batch's statistics, loss at the program's last readout, gradients, running averages, update. */
    TRAIN,
    /** Forward with the batch's statistics, which can be read: recalibration, and the policy {@code batch}. */
    MEASURE,
    /** Forward with given statistics. */
    EVALUATE
}
