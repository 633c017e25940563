package org.unfoldlab.model.graph;

/** What a state does after its contributions are combined. */
public enum Activation {
    NONE,
    RELU
}
