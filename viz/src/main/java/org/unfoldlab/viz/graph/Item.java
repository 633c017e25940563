package org.unfoldlab.viz.graph;

import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.StateAt;

/** Something in a drawing that can be chosen or hovered. */
public sealed interface Item {
    /** A state of the graph, with its row and lane. */
    record OfState(String name) implements Item {}

    /** A transition: an edge of the graph and a cell of the matrix. */
    record OfTransition(String id) implements Item {}

    /** h(t) of one state: a box of the unrolled network. */
    record OfStateAt(StateAt at) implements Item {}

    /** One step of a transition: an edge of the unrolled network. */
    record OfStep(Step step) implements Item {}

    /** A cell of the matrix that holds no transition. */
    record EmptyCell(String from, String to) implements Item {}

    /** The readout's flag and line. */
    record Readout() implements Item {}
}
