package org.unfoldlab.model.engine;

/** What numbers are computed in. */
public enum Precision {
    FLOAT,
    DOUBLE
}
