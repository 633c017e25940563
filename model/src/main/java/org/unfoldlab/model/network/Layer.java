package org.unfoldlab.model.network;

/**
 * One letter of a pipeline with everything about it known (SPEC §1, functions).
 */
public sealed interface Layer {
    Shape input();

    Shape output();

    /**
     * Batch normalisation over N×H×W, per channel.
     *
     * @param index 1-based among the pipeline's B: {@code ID/norm<index>}
     */
    record BatchNorm(int index, Shape input) implements Layer {
        @Override
        public Shape output() {
            return input;
        }
    }

    /** max(x, 0). */
    record Relu(Shape input) implements Layer {
        @Override
        public Shape output() {
            return input;
        }
    }

    /**
     * Convolution without bias, padding ⌊kernel/2⌋; weights [out, in, kernel, kernel].
     *
     * @param index 1-based among the pipeline's C and D: {@code ID/conv<index>}
     */
    record Convolution(int index, int kernel, int stride, Shape input, Shape output) implements Layer {}

    /**
     * Transposed convolution without bias, padding ⌊kernel/2⌋, output padding upsampling − 1: the adjoint of the
     * strided convolution; weights [in, out, kernel, kernel].
     *
     * @param index 1-based among the pipeline's C and D: {@code ID/conv<index>}
     */
    record Deconvolution(int index, int kernel, int upsampling, Shape input, Shape output) implements Layer {}

    /**
     * Pooling over non-overlapping squares.
     *
     * @param factor side of the square and stride
     */
    record Pool(PoolKind kind, int factor, Shape input, Shape output) implements Layer {}

    /** What a pool takes of its square. */
    enum PoolKind {
        AVERAGE,
        MAXIMUM
    }

    /** True for what counts as depth: convolutions, deconvolutions and pools (SPEC §5). */
    default boolean countsAsDepth() {
        return this instanceof Convolution || this instanceof Deconvolution || this instanceof Pool;
    }

    /** Multiply-adds for one image (SPEC §5). */
    default long multiplyAdds() {
        if (this instanceof Convolution c) {
            return (long) c.input.channels() * c.kernel * c.kernel * c.output.size();
        }
        if (this instanceof Deconvolution d) {
            return (long) d.output.channels() * d.kernel * d.kernel * d.input.size();
        }
        return 0;
    }
}
