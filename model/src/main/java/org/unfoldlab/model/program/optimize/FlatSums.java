package org.unfoldlab.model.program.optimize;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/** scale · ((a + b) + c) = scale · (a + b + c) where nobody else reads a + b. */
final class FlatSums {
    private final Program program;
    private final Rewriting rewriting;
    private final Set<Integer> inner = new HashSet<>();

    private FlatSums(Program program) {
        this.program = program;
        rewriting = new Rewriting(program);
    }

    static Program rewrite(Program program) {
        return new FlatSums(program).rewritten();
    }

    private Program rewritten() {
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.Sum) {
                node.inputs().stream().filter(this::dissolves).forEach(inner::add);
            }
        }
        for (Node node : program.nodes()) {
            if (inner.contains(node.id())) {
                continue;
            }
            if (node.operation() instanceof Operation.Sum) {
                List<Integer> addends =
                        node.inputs().stream().flatMap(this::addends).toList();
                rewriting.place(node, node.operation(), addends);
            } else {
                rewriting.keep(node);
            }
        }
        return rewriting.finished();
    }

    private boolean dissolves(int id) {
        return rewriting.old(id).operation() instanceof Operation.Sum sum
                && sum.scale() == 1
                && rewriting.hasOneReader(id);
    }

    private Stream<Integer> addends(int id) {
        return inner.contains(id) ? rewriting.old(id).inputs().stream().flatMap(this::addends) : List.of(id).stream();
    }
}
