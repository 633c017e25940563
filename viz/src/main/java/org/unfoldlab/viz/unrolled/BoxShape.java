package org.unfoldlab.viz.unrolled;

import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.plot.Box;

/**
 * A copy of a state in time.
 *
 * @param ghost true when no readout depends on it
 * @param card 1 while it still looks like its state's card, 0 as a box
 * @param opacity 0 to 1
 */
public record BoxShape(StateAt at, State state, Box box, boolean ghost, double card, double opacity) {}
