package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.device.Processor;

/*
 * A product of two bfloat16 numbers is exact in float32, and whoever multiplies bfloat16 adds products up in float32.
 * What has instructions for it, a graphics processor or a processor with AVX-512 BF16 or AMX, gets factors that are
 * bfloat16 and gives a result that is bfloat16 as well and is widened, as in PyTorch's autocast. On other processors
 * the factors are rounded and multiplied as float32; the result then keeps all digits of its sum.
 */
/** How exactly convolutions compute on float32 numbers. */
final class Numerics {
    private final Precision precision;
    private final boolean onHost;
    private final boolean inBfloat16;

    /**
     * @param onHost whether the processor computes
     * @param multipliesBfloat16 whether what computes has instructions for bfloat16
     */
    Numerics(Precision precision, boolean onHost, boolean multipliesBfloat16) {
        this.precision = precision;
        this.onHost = onHost;
        inBfloat16 = precision == Precision.BFLOAT16 && multipliesBfloat16;
    }

    /** Of a processor or a graphics processor, which always knows bfloat16 if LibTorch has code for it. */
    static Numerics of(Precision precision, boolean onHost) {
        boolean rounds = precision == Precision.BFLOAT16;
        return new Numerics(
                precision,
                onHost,
                rounds && (!onHost || Processor.ofThisMachine().hasBfloat16()));
    }

    /** Whether the processor multiplies float32 numbers with all their digits. */
    boolean inFloat32OnHost() {
        return onHost && (precision == Precision.FLOAT || precision == Precision.TF32);
    }

    /** Makes it LibTorch's rule, for the whole process, until another plan runs. */
    void apply() {
        Context context = torch.globalContext();
        context.setAllowTF32CuDNN(!precision.exact());
        context.setAllowTF32CuBLAS(!precision.exact());
        context.setBenchmarkCuDNN(!onHost);
        context.setFloat32Precision(torch.Float32Backend.MKLDNN, torch.Float32Op.CONV, torch.Float32Precision.IEEE);
    }

    /** A tensor as a convolution shall multiply it: itself where it is exact. */
    Tensor factor(Tensor exact) {
        if (precision != Precision.BFLOAT16) {
            return exact;
        }
        Tensor rounded = exact.to(torch.ScalarType.BFloat16);
        return inBfloat16 ? rounded : rounded.to(torch.ScalarType.Float);
    }

    /** What a convolution gave, in float32 or float64 again. */
    Tensor widened(Tensor result) {
        return inBfloat16 ? result.to(torch.ScalarType.Float) : result;
    }
}
