package org.unfoldlab.model.program;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Reach;

/**
 * A network laid out in time: every step that could run, marked as running or ghost, ready to be drawn or lowered.
 *
 * @param readoutTime the T that windows refer to; steps go from 1 to T − 1
 * @param readouts the readout times that are wanted and have a signal
 * @param silent the readout times that are wanted and have no signal yet
 * @param steps by time, then in the network's order
 */
public record Unrolling(
        Network network,
        int readoutTime,
        SortedSet<Integer> readouts,
        SortedSet<Integer> silent,
        Reach reach,
        List<TimedStep> steps) {
    public Unrolling {
        readouts = Collections.unmodifiableSortedSet(new TreeSet<>(readouts));
        silent = Collections.unmodifiableSortedSet(new TreeSet<>(silent));
        steps = List.copyOf(steps);
    }

    /** Steps that are computed. */
    public List<TimedStep> running() {
        return steps.stream().filter(TimedStep::runs).toList();
    }

    /** Steps that are pruned, kept to be drawn. */
    public List<TimedStep> ghosts() {
        return steps.stream().filter(step -> !step.runs()).toList();
    }

    /** The readout state at t − 1, from which the answer at readout time t is computed. */
    public StateAt readoutSource(int readout) {
        return new StateAt(network.document().readout().state(), readout - 1);
    }
}
