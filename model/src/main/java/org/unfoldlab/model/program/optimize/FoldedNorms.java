package org.unfoldlab.model.program.optimize;

import java.util.HashSet;
import java.util.Set;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/**
 * scale · (w ∗ x) + shift = (scale · w) ∗ x + shift: with given statistics a batch norm that alone reads a convolution
 * is a change of its weights and a bias.
 */
final class FoldedNorms {
    private FoldedNorms() {}

    static Program rewrite(Program program) {
        Rewriting rewriting = new Rewriting(program);
        Set<Integer> folded = new HashSet<>();
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.BatchNorm) {
                int before = node.inputs().get(0);
                if (rewriting.hasOneReader(before)
                        && rewriting.old(before).operation() instanceof Operation.Convolution c
                        && c.bias().isEmpty()) {
                    folded.add(before);
                }
            }
        }
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.BatchNorm norm
                    && folded.contains(node.inputs().get(0))) {
                fold(rewriting, node, norm);
            } else if (!folded.contains(node.id())) {
                rewriting.keep(node);
            }
        }
        return rewriting.finished();
    }

    private static void fold(Rewriting rewriting, Node node, Operation.BatchNorm norm) {
        Node before = rewriting.old(node.inputs().get(0));
        if (before.operation() instanceof Operation.Convolution convolution) {
            rewriting.place(node, new Operation.NormedConvolution(convolution, norm), before.inputs());
        }
    }
}
