package org.unfoldlab.model.program.optimize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/** Lets the last convolution that only a sum reads add up the whole sum. */
final class ConvolutionSums {
    private ConvolutionSums() {}

    static Program rewrite(Program program) {
        Rewriting rewriting = new Rewriting(program);
        Set<Integer> takers = new HashSet<>();
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.Sum) {
                taker(rewriting, node).ifPresent(takers::add);
            }
        }
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.Sum sum) {
                sum(rewriting, node, sum, taker(rewriting, node));
            } else if (!takers.contains(node.id())) {
                rewriting.keep(node);
            }
        }
        return rewriting.finished();
    }

    private static OptionalInt taker(Rewriting rewriting, Node sum) {
        return sum.inputs().stream()
                .filter(rewriting::hasOneReader)
                .filter(input -> rewriting.old(input).operation() instanceof Operation.Convolution c
                        && c.bias().isEmpty()
                        && c.weights().size() == 1)
                .mapToInt(Integer::intValue)
                .max();
    }

    private static void sum(Rewriting rewriting, Node node, Operation.Sum sum, OptionalInt taker) {
        if (taker.isPresent()
                && rewriting.old(taker.getAsInt()).operation() instanceof Operation.Convolution convolution) {
            List<Integer> inputs =
                    new ArrayList<>(rewriting.old(taker.getAsInt()).inputs());
            node.inputs().stream().filter(input -> input != taker.getAsInt()).forEach(inputs::add);
            rewriting.place(node, new Operation.ConvolutionSum(convolution, sum.scale()), inputs);
        } else {
            rewriting.keep(node);
        }
    }
}
