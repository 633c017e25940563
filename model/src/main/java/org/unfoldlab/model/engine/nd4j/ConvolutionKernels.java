package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/**
 * Convolutions and their adjoints. A deconvolution is the input gradient of {@code conv2d_bp}, which takes a quarter of
 * the time of {@code deconv2d} and, unlike it, crops as SPEC §1 says.
 */
final class ConvolutionKernels {
    private final Ops ops;
    private final Memory memory;

    ConvolutionKernels(Ops ops, Memory memory) {
        this.ops = ops;
        this.memory = memory;
    }

    /** Kernel, stride, padding, dilation, explicit padding, NCHW, weights [out, in, k, k]. */
    private static long[] settings(Instruction.Geometry g) {
        return new long[] {g.kernel(), g.kernel(), g.stride(), g.stride(), g.padding(), g.padding(), 1, 1, 0, 0, 1};
    }

    Runnable forward(Instruction.Convolve c) {
        List<INDArray> in = new ArrayList<>(List.of(memory.array(c.x()), memory.array(c.w())));
        if (c.bias() != null) {
            in.add(memory.array(c.bias()));
        }
        INDArray y = memory.array(c.y());
        Runnable convolve = ops.call("conv2d", in, List.of(y), settings(c.geometry()));
        Runnable relu = ops.relu(y, y);
        return c.relu()
                ? () -> {
                    convolve.run();
                    relu.run();
                }
                : convolve;
    }

    Runnable scaleFilters(Instruction.ScaleFilters s) {
        INDArray scale = memory.array(s.scale());
        return ops.multiply(memory.array(s.w()), scale.reshape('c', scale.length(), 1, 1, 1), memory.array(s.scaled()));
    }

    /** {@code conv2d_bp} always computes everything: what nobody wants goes to scratch. */
    static List<List<Integer>> scratch(Instruction.ConvolveAdjoint c) {
        List<List<Integer>> shapes = new ArrayList<>();
        if (c.x() == null) {
            shapes.add(shape(c.gx()));
        }
        if (c.gx() == null) {
            shapes.add(shape(c.x()));
        }
        if (c.gw() == null || c.add()) {
            shapes.add(c.w().shape());
        }
        if (c.gBias() != null && c.add()) {
            shapes.add(c.gBias().shape());
        }
        return shapes;
    }

    private static List<Integer> shape(@org.jspecify.annotations.Nullable Value value) {
        if (value == null) {
            throw new IllegalStateException("an adjoint needs the input or the place of its gradient");
        }
        return value.shape();
    }

    Runnable adjoint(Instruction.ConvolveAdjoint c, List<INDArray> scratch) {
        int next = 0;
        INDArray x = c.x() == null ? scratch.get(next++) : memory.array(c.x());
        INDArray gx = c.gx() == null ? scratch.get(next++) : memory.array(c.gx());
        INDArray gw = c.gw() == null || c.add() ? scratch.get(next++) : memory.array(c.gw());
        INDArray g = memory.array(c.g());
        INDArray w = memory.array(c.w());
        List<INDArray> in = new ArrayList<>(List.of(x, w, g));
        List<INDArray> out = new ArrayList<>(List.of(gx, gw));
        if (c.gBias() != null) {
            INDArray gBias = c.add() ? scratch.get(next) : memory.array(c.gBias());
            in.add(2, gBias);
            out.add(gBias);
        }
        Runnable adjoint = ops.call("conv2d_bp", in, out, settings(c.geometry()));
        return c.add() ? added(adjoint, c, out) : adjoint;
    }

    /** Adds the gradients of weights and bias to what is there. */
    private Runnable added(Runnable adjoint, Instruction.ConvolveAdjoint c, List<INDArray> out) {
        List<Runnable> additions = new ArrayList<>();
        if (c.gw() != null) {
            additions.add(ops.add(memory.array(c.gw()), out.get(1), memory.array(c.gw())));
        }
        if (c.gBias() != null) {
            additions.add(ops.add(memory.array(c.gBias()), out.get(2), memory.array(c.gBias())));
        }
        return () -> {
            adjoint.run();
            additions.forEach(Runnable::run);
        };
    }
}
