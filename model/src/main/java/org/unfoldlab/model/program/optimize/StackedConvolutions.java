package org.unfoldlab.model.program.optimize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/** Convolutions of equal geometry that read one input become one, whose output channels are taken apart. */
final class StackedConvolutions {
    private final Program program;
    private final Rewriting rewriting;
    private final Map<Work, List<Node>> alike = new LinkedHashMap<>();
    private final Map<Work, Integer> stacks = new HashMap<>();

    /** What convolutions must have in common. */
    private record Work(int input, int kernel, int stride, int padding) {}

    private StackedConvolutions(Program program) {
        this.program = program;
        rewriting = new Rewriting(program);
    }

    static Program rewrite(Program program) {
        return new StackedConvolutions(program).rewritten();
    }

    private Program rewritten() {
        for (Node node : program.nodes()) {
            work(node)
                    .ifPresent(work ->
                            alike.computeIfAbsent(work, w -> new ArrayList<>()).add(node));
        }
        program.nodes().forEach(this::place);
        return rewriting.finished();
    }

    private static Optional<Work> work(Node node) {
        return node.operation() instanceof Operation.Convolution c && c.bias().isEmpty()
                ? Optional.of(new Work(node.inputs().get(0), c.kernel(), c.stride(), c.padding()))
                : Optional.empty();
    }

    private void place(Node node) {
        Work work = work(node).orElse(null);
        List<Node> members = work == null ? List.of() : alike.getOrDefault(work, List.of());
        if (work == null || members.size() < 2) {
            rewriting.keep(node);
            return;
        }
        int stack = stacks.computeIfAbsent(work, w -> stacked(w, members));
        int first = 0;
        for (Node member : members.subList(0, members.indexOf(node))) {
            first += member.shape().channels();
        }
        rewriting.replace(node, rewriting.add(new Operation.Slice(first), List.of(stack), node.shape(), node.origin()));
    }

    private int stacked(Work work, List<Node> members) {
        List<String> weights = new ArrayList<>();
        int channels = 0;
        for (Node member : members) {
            weights.addAll(((Operation.Convolution) member.operation()).weights());
            channels += member.shape().channels();
        }
        Node first = members.get(0);
        Operation operation =
                new Operation.Convolution(weights, Optional.empty(), work.kernel(), work.stride(), work.padding());
        Shape shape = new Shape(channels, first.shape().height(), first.shape().width());
        return rewriting.add(operation, rewriting.renamed(first.inputs()), shape, first.origin());
    }
}
