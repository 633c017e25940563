package org.unfoldlab.model.engine.libtorch;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.unfoldlab.model.engine.onednn.DirectLibrary;
import org.unfoldlab.model.engine.onednn.DirectNorms;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/** Batch norms: oneDNN's where it has code for them and is faster (docs/performance.md), else LibTorch's own. */
final class NormKernels implements AutoCloseable {
    /** Below, oneDNN takes longer for scale and shift alone. */
    private static final int WIDE = 64;

    private final Tensor zeros;
    private final Tensor ones;
    private final OwnNormKernels own;
    private final Optional<DirectNormKernels> direct;

    /**
     * @param oneDnn where it can compute over these arrays
     * @param epsilon added to each variance
     * @param widest most channels of a norm, in memory
     */
    NormKernels(Slots slots, Space space, Optional<DirectLibrary> oneDnn, double epsilon, int widest) {
        zeros = space.zeros(widest);
        ones = space.ones(widest);
        own = new OwnNormKernels(slots, epsilon, zeros, ones);
        direct = oneDnn.map(found -> new DirectNormKernels(slots, space, new DirectNorms(found, epsilon), zeros, ones));
    }

    /** Whether what the schedule calls variance holds the variance; otherwise it is 1 / √(variance + ε). */
    boolean keepsVariance(int channels) {
        return direct.filter(found -> found.serves(channels)).isPresent();
    }

    private NormBinding by(Value x) {
        return direct.filter(found -> found.serves(x.axis(1)))
                .map(NormBinding.class::cast)
                .orElse(own);
    }

    Kernel normalize(Instruction.Normalize n) {
        return by(n.x()).normalize(n);
    }

    Kernel adjoint(Instruction.NormalizeAdjoint a) {
        return by(a.of().x()).adjoint(a);
    }

    Kernel scaleShift(Instruction.ScaleShift s) {
        return s.x().axis(1) < WIDE ? own.scaleShift(s) : by(s.x()).scaleShift(s);
    }

    @Override
    public void close() {
        own.close();
        direct.ifPresent(DirectNormKernels::close);
        zeros.close();
        ones.close();
    }
}
