package org.unfoldlab.model.program.optimize;

import java.util.HashSet;
import java.util.Set;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/** Makes a ReLU part of the batch norm before it where nobody else reads that. */
final class FusedRelu {
    private FusedRelu() {}

    static Program rewrite(Program program) {
        Rewriting rewriting = new Rewriting(program);
        Set<Integer> taken = new HashSet<>();
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.Relu
                    && rewriting.hasOneReader(node.inputs().get(0))
                    && program.nodes().get(node.inputs().get(0)).operation() instanceof Operation.BatchNorm) {
                taken.add(node.inputs().get(0));
            }
        }
        for (Node node : program.nodes()) {
            boolean fuses = node.operation() instanceof Operation.Relu
                    && taken.contains(node.inputs().get(0));
            if (fuses) {
                fuse(rewriting, node);
            } else if (!taken.contains(node.id())) {
                rewriting.keep(node);
            }
        }
        return rewriting.finished();
    }

    private static void fuse(Rewriting rewriting, Node relu) {
        Node before = rewriting.old(relu.inputs().get(0));
        if (before.operation() instanceof Operation.BatchNorm norm) {
            rewriting.place(relu, new Operation.BatchNorm(norm.positions(), norm.affine(), true), before.inputs());
        }
    }
}
