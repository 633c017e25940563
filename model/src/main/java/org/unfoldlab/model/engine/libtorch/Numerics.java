package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/** How exactly convolutions and matrix products compute on float32 numbers; float64 is always exact. */
public enum Numerics {
    /** As IEEE float32. */
    EXACT,
    /** Factors rounded to 10 bits on graphics processors that have TensorFloat-32. */
    TF32,
    /** Factors rounded to bfloat16, 7 bits, where the device has instructions for it. */
    BFLOAT16;

    /** Makes it LibTorch's rule, for the whole process. */
    void apply() {
        Context context = torch.globalContext();
        context.setAllowTF32CuDNN(this != EXACT);
        context.setAllowTF32CuBLAS(this != EXACT);
        torch.Float32Precision onProcessor =
                this == BFLOAT16 ? torch.Float32Precision.BF16 : torch.Float32Precision.IEEE;
        context.setFloat32Precision(torch.Float32Backend.MKLDNN, torch.Float32Op.CONV, onProcessor);
        context.setFloat32Precision(torch.Float32Backend.MKLDNN, torch.Float32Op.MATMUL, onProcessor);
    }
}
