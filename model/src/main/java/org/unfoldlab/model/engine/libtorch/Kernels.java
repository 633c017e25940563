package org.unfoldlab.model.engine.libtorch;

import org.unfoldlab.model.engine.plan.Instruction;

/** Finds the kernel of an instruction. */
final class Kernels implements AutoCloseable {
    private final ConvolutionKernels convolutions;
    private final NormKernels norms;
    private final ElementKernels elements;
    private final ShapeKernels shapes;

    Kernels(Slots slots, Space space, ConvolutionKernels convolutions, NormKernels norms) {
        this.convolutions = convolutions;
        this.norms = norms;
        elements = new ElementKernels(slots, space);
        shapes = new ShapeKernels(slots, space);
    }

    Kernel bind(Instruction instruction) {
        if (instruction instanceof Instruction.Convolve c) {
            return convolutions.convolve(c);
        } else if (instruction instanceof Instruction.ConvolveSum c) {
            return convolutions.convolveSum(c);
        } else if (instruction instanceof Instruction.ConvolveAdjoint c) {
            return convolutions.adjoint(c);
        } else if (instruction instanceof Instruction.Stack s) {
            return convolutions.stack(s);
        } else if (instruction instanceof Instruction.Unstack u) {
            return convolutions.unstack(u);
        } else if (instruction instanceof Instruction.Normalize n) {
            return norms.normalize(n);
        } else if (instruction instanceof Instruction.NormalizeAdjoint n) {
            return norms.adjoint(n);
        } else if (instruction instanceof Instruction.ScaleShift s) {
            return norms.scaleShift(s);
        } else if (instruction instanceof Instruction.ScaleFilters s) {
            return convolutions.scaleFilters(s);
        }
        return element(instruction);
    }

    private Kernel element(Instruction instruction) {
        if (instruction instanceof Instruction.Relu r) {
            return elements.relu(r);
        } else if (instruction instanceof Instruction.ReluAdjoint r) {
            return elements.reluAdjoint(r);
        } else if (instruction instanceof Instruction.Sigmoid s) {
            return elements.sigmoid(s);
        } else if (instruction instanceof Instruction.SigmoidAdjoint s) {
            return elements.sigmoidAdjoint(s);
        } else if (instruction instanceof Instruction.Sum s) {
            return elements.sum(s);
        } else if (instruction instanceof Instruction.Mix m) {
            return elements.mix(m);
        } else if (instruction instanceof Instruction.MixAdjoint m) {
            return elements.mixAdjoint(m);
        } else if (instruction instanceof Instruction.Zero z) {
            return elements.zero(z);
        }
        return shape(instruction);
    }

    private Kernel shape(Instruction instruction) {
        if (instruction instanceof Instruction.Pool p) {
            return shapes.pool(p);
        } else if (instruction instanceof Instruction.PoolAdjoint p) {
            return shapes.poolAdjoint(p);
        } else if (instruction instanceof Instruction.Pad p) {
            return shapes.pad(p);
        } else if (instruction instanceof Instruction.PadAdjoint p) {
            return shapes.padAdjoint(p);
        } else if (instruction instanceof Instruction.Slice s) {
            return shapes.slice(s);
        } else if (instruction instanceof Instruction.SliceAdjoint s) {
            return shapes.sliceAdjoint(s);
        } else if (instruction instanceof Instruction.GlobalAverage a) {
            return shapes.globalAverage(a);
        } else if (instruction instanceof Instruction.GlobalAverageAdjoint a) {
            return shapes.globalAverageAdjoint(a);
        } else if (instruction instanceof Instruction.Connect c) {
            return shapes.connect(c);
        } else if (instruction instanceof Instruction.ConnectAdjoint c) {
            return shapes.connectAdjoint(c);
        }
        throw new IllegalStateException("no kernel for " + instruction);
    }

    @Override
    public void close() {
        elements.close();
    }
}
