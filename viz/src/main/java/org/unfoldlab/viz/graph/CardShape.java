package org.unfoldlab.viz.graph;

import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.plot.Box;

/** Where a state's card lies, in px. */
public record CardShape(State state, Box box) {}
