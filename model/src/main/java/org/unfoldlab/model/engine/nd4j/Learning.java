package org.unfoldlab.model.engine.nd4j;

import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Update;

/** Momentum SGD over all learned tensors at once (SPEC §7). */
final class Learning {
    private final Memory memory;
    private final Level1 blas = Nd4j.getBlasWrapper().level1();

    Learning(Memory memory) {
        this.memory = memory;
    }

    /** True when no gradient is infinite or not a number: then the sum of magnitudes is finite. */
    boolean finite() {
        return Double.isFinite(blas.asum(memory.gradients()));
    }

    /** v ← μv − η(∇ + λw), w ← w + v. Leaves the gradients as they are. */
    void update(Update update) {
        INDArray weights = memory.learned();
        INDArray velocities = memory.velocities();
        long size = weights.length();
        blas.scal(size, update.momentum(), velocities);
        blas.axpy(size, -update.learningRate(), memory.gradients(), velocities);
        double decay = update.learningRate() * update.weightDecay();
        if (decay != 0 && memory.decaying() > 0) {
            blas.axpy(memory.decaying(), -decay, weights, velocities);
        }
        blas.axpy(size, 1, velocities, weights);
    }
}
