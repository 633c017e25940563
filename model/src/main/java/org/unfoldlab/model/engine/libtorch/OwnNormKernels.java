package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/**
 * Batch normalisation by {@code at::native_batch_norm}. The value that the schedule calls variance holds
 * 1 / √(variance + ε) here, which is what LibTorch gives and its adjoint wants.
 */
final class OwnNormKernels implements NormBinding {
    private final Slots slots;
    private final double epsilon;
    private final Tensor zeros;
    private final Tensor ones;
    private final Scalar zero = new Scalar(0.0);

    /** @param zeros as many as the widest norm has channels; so are {@code ones} */
    OwnNormKernels(Slots slots, double epsilon, Tensor zeros, Tensor ones) {
        this.slots = slots;
        this.epsilon = epsilon;
        this.zeros = zeros;
        this.ones = ones;
    }

    private TensorOptional optional(@Nullable Value value) {
        return value == null ? new TensorOptional() : new TensorOptional(slots.get(value));
    }

    @Override
    public Kernel normalize(Instruction.Normalize n) {
        return () -> {
            Tensor x = slots.get(n.x());
            Tensor y = torch.empty_like(x);
            torch.native_batch_norm_out(
                    y,
                    slots.get(n.mean()),
                    slots.get(n.variance()),
                    x,
                    optional(n.gamma()),
                    optional(n.beta()),
                    new TensorOptional(),
                    new TensorOptional(),
                    true,
                    0,
                    epsilon);
            if (n.relu()) {
                torch.relu_(y);
            }
            slots.put(n.y(), y);
        };
    }

    @Override
    public Kernel adjoint(Instruction.NormalizeAdjoint a) {
        Instruction.Normalize n = a.of();
        boolean overwrites = a.g().equals(a.gx());
        boolean affine = a.gGamma() != null;
        return () -> {
            Tensor g = slots.get(a.g());
            if (n.relu()) {
                Tensor y = slots.get(n.y());
                g = overwrites ? torch.threshold_backward_out(g, g, y, zero) : torch.threshold_backward(g, y, zero);
            }
            T_TensorTensorTensor_T parts = torch.native_batch_norm_backward(
                    g,
                    slots.get(n.x()),
                    optional(n.gamma()),
                    new TensorOptional(),
                    new TensorOptional(),
                    optional(n.mean()),
                    optional(n.variance()),
                    true,
                    epsilon,
                    Parts.mask(true, affine, affine));
            slots.put(a.gx(), Parts.take(parts, 0));
            if (a.gGamma() != null && a.gBeta() != null) {
                slots.put(a.gGamma(), Parts.take(parts, 1));
                slots.put(a.gBeta(), Parts.take(parts, 2));
            }
        };
    }

    /** Evaluation: batch norm with mean 0, variance 1, ε 0 leaves scale·x + shift, in one pass. */
    @Override
    public Kernel scaleShift(Instruction.ScaleShift s) {
        long channels = Lanes.filled(s.scale().size());
        return () -> {
            Tensor x = slots.get(s.x());
            T_TensorTensorTensor_T parts = torch.native_batch_norm(
                    x,
                    optional(s.scale()),
                    optional(s.shift()),
                    new TensorOptional(zeros.narrow(0, 0, channels)),
                    new TensorOptional(ones.narrow(0, 0, channels)),
                    false,
                    0,
                    0);
            Tensor y = Parts.take(parts, 0);
            if (s.relu()) {
                torch.relu_(y);
            }
            slots.put(s.y(), y);
        };
    }

    @Override
    public void close() {
        zero.close();
    }
}
