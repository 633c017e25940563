package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.Precision;

/*
 * A product of two bfloat16 numbers is exact in float32, and a processor that knows bfloat16 adds products up in
 * float32. So on a processor it is enough to round the factors: the sums are the same whether or not it has
 * instructions for it; where it has, oneDNN uses them. A graphics processor gets factors that are bfloat16, and its
 * result, which then is bfloat16 as well, is widened.
 */
/** How exactly convolutions compute on float32 numbers. */
final class Numerics {
    private final Precision precision;
    private final boolean onHost;

    Numerics(Precision precision, boolean onHost) {
        this.precision = precision;
        this.onHost = onHost;
    }

    /** Makes it LibTorch's rule, for the whole process, until another plan runs. */
    void apply() {
        Context context = torch.globalContext();
        context.setAllowTF32CuDNN(!precision.exact());
        context.setAllowTF32CuBLAS(!precision.exact());
        context.setBenchmarkCuDNN(!onHost);
        torch.Float32Precision onProcessor =
                precision == Precision.BFLOAT16 ? torch.Float32Precision.BF16 : torch.Float32Precision.IEEE;
        context.setFloat32Precision(torch.Float32Backend.MKLDNN, torch.Float32Op.CONV, onProcessor);
    }

    /** A tensor as a convolution shall multiply it: itself where it is exact. */
    Tensor factor(Tensor exact) {
        if (precision != Precision.BFLOAT16) {
            return exact;
        }
        Tensor rounded = exact.to(torch.ScalarType.BFloat16);
        return onHost ? rounded.to(torch.ScalarType.Float) : rounded;
    }

    /** What a convolution gave, in float32 or float64 again. */
    Tensor widened(Tensor result) {
        return precision == Precision.BFLOAT16 && !onHost ? result.to(torch.ScalarType.Float) : result;
    }
}
