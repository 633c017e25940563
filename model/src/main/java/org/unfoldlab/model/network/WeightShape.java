package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.Shortcut;

/**
 * Name and shape of one of a step's weight tensors (SPEC §3): {@code conv1}, {@code conv2} …, {@code projection},
 * {@code gate}, {@code gate.bias}.
 *
 * @param name without transition, group or time
 * @param shape C: [out, in, k, k]; D: [in, out, k, k]; bias: [channels]
 */
public record WeightShape(String name, List<Integer> shape) {
    public WeightShape {
        shape = List.copyOf(shape);
    }

    /** The weight tensors of one step of a transition, in order of use. */
    public static List<WeightShape> of(CheckedTransition transition) {
        List<WeightShape> shapes = new ArrayList<>(of(transition.pipeline()));
        int in = transition.input().channels();
        int out = transition.output().channels();
        if (transition.shortcut() == Shortcut.PROJECTION) {
            shapes.add(new WeightShape("projection", List.of(out, in, 1, 1)));
        } else if (transition.shortcut() == Shortcut.HIGHWAY) {
            shapes.add(new WeightShape("gate", List.of(out, in, 3, 3)));
            shapes.add(new WeightShape("gate.bias", List.of(out)));
        }
        return shapes;
    }

    /** The weight tensors of a pipeline, in order of use. */
    public static List<WeightShape> of(Pipeline pipeline) {
        List<WeightShape> shapes = new ArrayList<>();
        for (Layer layer : pipeline.layers()) {
            if (layer instanceof Layer.Convolution c) {
                shapes.add(new WeightShape(
                        "conv" + c.index(),
                        List.of(c.output().channels(), c.input().channels(), c.kernel(), c.kernel())));
            } else if (layer instanceof Layer.Deconvolution d) {
                shapes.add(new WeightShape(
                        "conv" + d.index(),
                        List.of(d.input().channels(), d.output().channels(), d.kernel(), d.kernel())));
            }
        }
        return shapes;
    }

    static String words(CheckedTransition transition) {
        return of(transition).stream()
                .map(weight -> weight.name() + " "
                        + weight.shape().stream().map(String::valueOf).collect(Collectors.joining("×")))
                .collect(Collectors.joining(", "));
    }

    /** Number of values. */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}
