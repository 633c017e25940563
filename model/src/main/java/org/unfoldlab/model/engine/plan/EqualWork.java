package org.unfoldlab.model.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;

/*
 * Without affine parameters the first batch norm, and the ReLU after it, of all transitions that leave one state at one
 * step are one computation (SPEC section 4): in a 3-state FRNN 9 become 3. One pass over the nodes in order; each node
 * without learned tensors is looked up by its operation and the new numbers of its inputs. Batch norms that are one keep
 * all their positions, so that each has its own running statistics. Only where the batch's statistics are used: given
 * ones may differ from position to position.
 */
/** Computes once what several nodes compute alike. */
public final class EqualWork {
    private final Program program;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Work, Integer> known = new HashMap<>();
    private final int[] renamed;

    /** What makes two nodes one: positions of a batch norm do not count. */
    private record Work(Operation operation, List<Integer> inputs) {}

    private EqualWork(Program program) {
        this.program = program;
        renamed = new int[program.nodes().size()];
    }

    /** The same program with equal work done once; for plans that use the batch's own statistics. */
    public static Program shared(Program program) {
        return new EqualWork(program).shared();
    }

    private Program shared() {
        program.nodes().forEach(this::place);
        Map<StateAt, Integer> states = new LinkedHashMap<>();
        program.states().forEach((state, node) -> states.put(state, renamed[node]));
        TreeMap<Integer, Integer> readouts = new TreeMap<>();
        program.readouts().forEach((time, node) -> readouts.put(time, renamed[node]));
        return program.rewritten(nodes, states, readouts);
    }

    private void place(Node node) {
        List<Integer> inputs =
                node.inputs().stream().map(input -> renamed[input]).toList();
        Optional<Work> work = sharable(node.operation()).map(operation -> new Work(operation, inputs));
        Integer twin = work.map(known::get).orElse(null);
        if (twin == null) {
            int id = nodes.size();
            nodes.add(new Node(id, node.operation(), inputs, node.shape(), node.origin()));
            work.ifPresent(made -> known.put(made, id));
            renamed[node.id()] = id;
        } else {
            nodes.set(twin, joined(nodes.get(twin), node.operation()));
            renamed[node.id()] = twin;
        }
    }

    private static Optional<Operation> sharable(Operation operation) {
        if (operation instanceof Operation.BatchNorm norm) {
            return norm.affine().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Operation.BatchNorm(List.of(), Optional.empty(), norm.relu()));
        }
        boolean plain = operation instanceof Operation.Relu
                || operation instanceof Operation.Pool
                || operation instanceof Operation.Padding;
        return plain ? Optional.of(operation) : Optional.empty();
    }

    private static Node joined(Node kept, Operation other) {
        if (kept.operation() instanceof Operation.BatchNorm one && other instanceof Operation.BatchNorm two) {
            List<NormPosition> positions = new ArrayList<>(one.positions());
            positions.addAll(two.positions());
            Operation both = new Operation.BatchNorm(positions, Optional.empty(), one.relu());
            return new Node(kept.id(), both, kept.inputs(), kept.shape(), kept.origin());
        }
        return kept;
    }
}
