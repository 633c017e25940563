package org.unfoldlab.model.engine.libtorch;

import org.unfoldlab.model.engine.plan.Instruction;

/** Who computes batch norms. */
interface NormBinding extends AutoCloseable {
    Kernel normalize(Instruction.Normalize n);

    Kernel adjoint(Instruction.NormalizeAdjoint a);

    Kernel scaleShift(Instruction.ScaleShift s);

    @Override
    void close();
}
