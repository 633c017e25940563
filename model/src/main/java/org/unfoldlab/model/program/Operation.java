package org.unfoldlab.model.program;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.network.Layer;

/** What a node of a program computes from its inputs; all arrays are N×C×H×W unless said otherwise. */
public sealed interface Operation {
    /** The batch of images; no inputs. */
    record Stimulus() implements Operation {}

    /**
     * Convolution, weights [out, in, k, k].
     *
     * @param weights keys; more than one means that the outputs are stacked along the channels in this order
     * @param bias key of a bias for every output channel, gates only
     */
    record Convolution(List<String> weights, Optional<String> bias, int kernel, int stride, int padding)
            implements Operation {
        public Convolution {
            weights = List.copyOf(weights);
        }
    }

    /** Transposed convolution, weights [in, out, k, k], output padding upsampling − 1. */
    record Deconvolution(String weight, int kernel, int upsampling, int padding) implements Operation {}

    /**
     * (x − mean) / √(variance + ε), then γ·x + β if affine, then max(0, ·) if {@code relu}.
     *
     * @param positions all positions whose computation this is; more than one only without affine parameters
     * @param affine keys of γ and β
     */
    record BatchNorm(List<NormPosition> positions, Optional<Affine> affine, boolean relu) implements Operation {
        public BatchNorm {
            positions = List.copyOf(positions);
        }

        /** The position that stands for all. */
        public NormPosition position() {
            return positions.get(0);
        }
    }

    /** Keys of a scale and a shift, [channels] each. */
    record Affine(String gamma, String beta) {}

    /** max(x, 0). */
    record Relu() implements Operation {}

    /** Pooling over squares of {@code factor} × {@code factor}. */
    record Pool(Layer.PoolKind kind, int factor) implements Operation {}

    /** scale · (sum of the inputs). */
    record Sum(double scale) implements Operation {}

    /** Takes every {@code stride}-th row and column, appends channels of zeros up to the output's channels. */
    record Padding(int stride) implements Operation {}

    /**
     * A batch norm of a convolution's output, by given statistics; in evaluation only.
     *
     * @param convolution without bias
     */
    record NormedConvolution(Convolution convolution, BatchNorm norm) implements Operation {}

    /**
     * scale · (the convolution of the first input + the sum of the others).
     *
     * @param convolution without bias, of one weight tensor
     */
    record ConvolutionSum(Convolution convolution, double scale) implements Operation {}

    /** 1 / (1 + e^−x). */
    record Sigmoid() implements Operation {}

    /** Inputs H, x, g: H·g + x·(1 − g). */
    record Mix() implements Operation {}

    /** A run of channels of the input, as many as the output has. */
    record Slice(int firstChannel) implements Operation {}

    /** Mean over height and width; output N×C, written as C×1×1. */
    record GlobalAverage() implements Operation {}

    /** weight · x + bias; weight [classes, channels]; output N×classes, written as classes×1×1. */
    record FullyConnected(String weight, String bias) implements Operation {}
}
