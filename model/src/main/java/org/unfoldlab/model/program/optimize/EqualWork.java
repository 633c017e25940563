package org.unfoldlab.model.program.optimize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/*
 * Without affine parameters the first batch norm, and the ReLU after it, of all transitions that leave one state at one
 * step are one computation (SPEC section 4): in a 3-state FRNN 9 become 3. One pass over the nodes in order; each node
 * without learned tensors is looked up by its operation and the new numbers of its inputs. Batch norms that are one keep
 * all their positions, so that each has its own running statistics.
 */
/** Computes once what several nodes compute alike. */
final class EqualWork {
    private final Program program;
    private final Rewriting rewriting;
    private final Map<Work, Integer> known = new HashMap<>();

    /** What makes two nodes one: positions of a batch norm do not count. */
    private record Work(Operation operation, List<Integer> inputs) {}

    private EqualWork(Program program) {
        this.program = program;
        rewriting = new Rewriting(program);
    }

    static Program rewrite(Program program) {
        return new EqualWork(program).rewritten();
    }

    private Program rewritten() {
        program.nodes().forEach(this::place);
        return rewriting.finished();
    }

    private void place(Node node) {
        List<Integer> inputs = rewriting.renamed(node.inputs());
        Optional<Work> work = sharable(node.operation()).map(operation -> new Work(operation, inputs));
        Integer twin = work.map(known::get).orElse(null);
        if (twin == null) {
            int id = rewriting.keep(node);
            work.ifPresent(made -> known.put(made, id));
        } else {
            rewriting.change(twin, joined(rewriting.placed(twin).operation(), node.operation()));
            rewriting.replace(node, twin);
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

    private static Operation joined(Operation kept, Operation other) {
        if (kept instanceof Operation.BatchNorm one && other instanceof Operation.BatchNorm two) {
            List<NormPosition> positions = new ArrayList<>(one.positions());
            positions.addAll(two.positions());
            return new Operation.BatchNorm(positions, Optional.empty(), one.relu());
        }
        return kept;
    }
}
