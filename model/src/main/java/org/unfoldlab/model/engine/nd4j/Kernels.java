package org.unfoldlab.model.engine.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unfoldlab.model.engine.plan.Instruction;

/** Turns instructions into calls of ND4J. */
final class Kernels {
    private final ConvolutionKernels convolutions;
    private final NormKernels norms;
    private final ElementKernels elements;

    Kernels(Memory memory, double epsilon) {
        Ops ops = new Ops();
        convolutions = new ConvolutionKernels(ops, memory);
        norms = new NormKernels(ops, memory, epsilon);
        elements = new ElementKernels(ops, memory);
    }

    /** Shapes of the arrays that an instruction needs for itself. */
    static List<List<Integer>> scratch(Instruction instruction) {
        if (instruction instanceof Instruction.ConvolveAdjoint c) {
            return ConvolutionKernels.scratch(c);
        }
        if (instruction instanceof Instruction.Normalize n) {
            return NormKernels.scratch(n);
        }
        if (instruction instanceof Instruction.NormalizeAdjoint n) {
            return NormKernels.scratch(n);
        }
        if (instruction instanceof Instruction.ReluAdjoint r) {
            return List.of(r.y().shape());
        }
        if (instruction instanceof Instruction.SigmoidAdjoint s) {
            return List.of(s.y().shape());
        }
        return List.of();
    }

    /** The calls that compute an instruction. */
    Runnable bind(Instruction instruction, List<INDArray> scratch) {
        if (instruction instanceof Instruction.Convolve c) {
            return convolutions.forward(c);
        } else if (instruction instanceof Instruction.ConvolveAdjoint c) {
            return convolutions.adjoint(c, scratch);
        } else if (instruction instanceof Instruction.Normalize n) {
            return norms.forward(n, scratch);
        } else if (instruction instanceof Instruction.NormalizeAdjoint n) {
            return norms.adjoint(n, scratch);
        } else if (instruction instanceof Instruction.ScaleShift s) {
            return norms.scaleShift(s);
        } else if (instruction instanceof Instruction.ScaleFilters s) {
            return convolutions.scaleFilters(s);
        }
        return bindPlain(instruction, scratch);
    }

    private Runnable bindPlain(Instruction instruction, List<INDArray> scratch) {
        if (instruction instanceof Instruction.Relu r) {
            return elements.relu(r);
        } else if (instruction instanceof Instruction.ReluAdjoint r) {
            return elements.reluAdjoint(r, scratch.get(0));
        } else if (instruction instanceof Instruction.Sum s) {
            return elements.sum(s);
        } else if (instruction instanceof Instruction.Zero z) {
            return elements.zero(z);
        } else if (instruction instanceof Instruction.Stack s) {
            return elements.stack(s);
        } else if (instruction instanceof Instruction.Unstack u) {
            return elements.unstack(u);
        } else if (instruction instanceof Instruction.Connect c) {
            return elements.connect(c);
        } else if (instruction instanceof Instruction.ConnectAdjoint c) {
            return elements.connectAdjoint(c);
        } else if (instruction instanceof Instruction.GlobalAverage a) {
            return elements.globalAverage(a);
        } else if (instruction instanceof Instruction.GlobalAverageAdjoint a) {
            return elements.globalAverageAdjoint(a);
        }
        return bindRare(instruction, scratch);
    }

    private Runnable bindRare(Instruction instruction, List<INDArray> scratch) {
        if (instruction instanceof Instruction.Sigmoid s) {
            return elements.sigmoid(s);
        } else if (instruction instanceof Instruction.SigmoidAdjoint s) {
            return elements.sigmoidAdjoint(s, scratch.get(0));
        } else if (instruction instanceof Instruction.Mix m) {
            return elements.mix(m);
        } else if (instruction instanceof Instruction.MixAdjoint m) {
            return elements.mixAdjoint(m);
        } else if (instruction instanceof Instruction.Pool p) {
            return elements.pool(p);
        } else if (instruction instanceof Instruction.PoolAdjoint p) {
            return elements.poolAdjoint(p);
        } else if (instruction instanceof Instruction.Pad p) {
            return elements.pad(p);
        } else if (instruction instanceof Instruction.PadAdjoint p) {
            return elements.padAdjoint(p);
        } else if (instruction instanceof Instruction.Slice s) {
            return elements.slice(s);
        } else if (instruction instanceof Instruction.SliceAdjoint s) {
            return elements.sliceAdjoint(s);
        }
        throw new IllegalStateException("no kernel for " + instruction);
    }
}
