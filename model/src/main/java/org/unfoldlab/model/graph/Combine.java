package org.unfoldlab.model.graph;

/** How the contributions that arrive at one state at one step become its value (paper §3). */
public enum Combine {
    /** The paper's ResNet. */
    SUM,
    /** The paper's fully recurrent network. */
    MEAN
}
