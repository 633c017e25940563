package org.unfoldlab.model.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unfoldlab.model.graph.Normalization;

/**
 * The time-expanded computation: a list of nodes in an order in which each can be computed, pruned to what the
 * readouts need, weights tied by key.
 *
 * @param source the unrolled network that this computes; engines that loop over time themselves read only this
 * @param nodes topologically ordered, {@code nodes.get(i).id() == i}
 * @param states the node that holds h(t), for every state that is computed
 * @param readouts the node that holds the logits, by readout time
 * @param parameters all learned tensors that are used, by key, in order of first use
 */
public record Program(
        Unrolling source,
        List<Node> nodes,
        Map<StateAt, Integer> states,
        SortedMap<Integer, Integer> readouts,
        Map<String, Parameter> parameters) {
    public Program {
        nodes = List.copyOf(nodes);
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        readouts = Collections.unmodifiableSortedMap(new TreeMap<>(readouts));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The T that windows were taken at. */
    public int readoutTime() {
        return source.readoutTime();
    }

    /** ε, and whose statistics and affine parameters. */
    public Normalization normalization() {
        return source.network().document().normalization();
    }

    /** The same computation written as other nodes; parameters stay as they are. */
    public Program rewritten(
            List<Node> newNodes, Map<StateAt, Integer> newStates, SortedMap<Integer, Integer> newReadouts) {
        return new Program(source, newNodes, newStates, newReadouts, parameters);
    }

    /** The images' node. */
    public Node stimulus() {
        return nodes.get(0);
    }

    /**
     * Key under which the running mean and variance of a position are kept: {@code ID/normB@t}, or {@code ID/normB}
     * when statistics are shared over time (SPEC §4).
     */
    public String statisticsKey(NormPosition position) {
        return normalization().statistics() == Normalization.Statistics.PER_TIME
                ? position.toString()
                : position.norm();
    }

    /**
     * A learned tensor that a node uses.
     *
     * @throws IllegalArgumentException when the program has no such key
     */
    public Parameter parameter(String key) {
        Parameter parameter = parameters.get(key);
        if (parameter == null) {
            throw new IllegalArgumentException("the program has no parameter " + key);
        }
        return parameter;
    }

    /** The node that holds the logits at the last readout time; only for a program that has a readout. */
    public int lastLogits() {
        Integer node = readouts.get(readouts.lastKey());
        if (node == null) {
            throw new IllegalStateException("the program reads nothing out");
        }
        return node;
    }

    /** Elements of all distinct learned tensors. */
    public long parameterCount() {
        return parameters.values().stream().mapToLong(Parameter::size).sum();
    }
}
