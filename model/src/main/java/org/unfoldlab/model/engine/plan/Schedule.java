package org.unfoldlab.model.engine.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.StateAt;

/**
 * A program as flat lists of instructions.
 *
 * @param stimulus where the images go
 * @param forward in order
 * @param adjoint in order; empty unless training
 * @param logits by readout time
 * @param logitsGradient where the gradient of the last readout's logits goes; absent unless training
 * @param states where h(t) lies, for the states that are kept
 * @param norms the two [channels] arrays of every batch norm
 * @param values how many values there are
 */
public record Schedule(
        Value stimulus,
        List<Scheduled> forward,
        List<Scheduled> adjoint,
        SortedMap<Integer, Value> logits,
        Optional<Value> logitsGradient,
        Map<StateAt, Value> states,
        List<Norm> norms,
        int values) {
    public Schedule {
        forward = List.copyOf(forward);
        adjoint = List.copyOf(adjoint);
        logits = Collections.unmodifiableSortedMap(new TreeMap<>(logits));
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        norms = List.copyOf(norms);
    }

    /**
     * What a batch norm reads or writes per channel.
     *
     * @param first the batch's mean; in evaluation the scale
     * @param second the batch's variance; in evaluation the shift
     */
    public record Norm(Operation.BatchNorm operation, Value first, Value second) {}

    /** The logits that are trained: those of the last readout; absent when nothing can be read out. */
    public Optional<Value> answer() {
        return logits.values().stream().reduce((earlier, later) -> later);
    }

    /** Forward, then adjoint. */
    public List<Scheduled> all() {
        return Stream.concat(forward.stream(), adjoint.stream()).toList();
    }
}
