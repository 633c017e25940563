package org.unfoldlab.model.program;

import java.util.List;

/**
 * A learned tensor: how it is called, shaped and begun.
 *
 * @param key SPEC §3 and §4, e.g. {@code V1-V2/conv1}, {@code post/fc.weight}, {@code V1-V1/norm1.gamma}
 * @param shape C: [out, in, k, k]; D: [in, out, k, k]; fully connected: [classes, channels]; others: [channels]
 */
public record Parameter(String key, List<Integer> shape, Kind kind) {
    public Parameter {
        shape = List.copyOf(shape);
    }

    /** What a tensor does, from which its initial value and its decay follow. */
    public enum Kind {
        CONVOLUTION,
        DECONVOLUTION,
        FULLY_CONNECTED,
        BIAS,
        GATE_BIAS,
        GAMMA,
        BETA
    }

    /** Number of values. */
    public int size() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** Number of inputs to one output: channels in × kernel area. */
    public int fanIn() {
        int channels = kind == Kind.DECONVOLUTION ? shape.get(0) : shape.size() > 1 ? shape.get(1) : 1;
        return shape.size() == 4 ? channels * shape.get(2) * shape.get(3) : channels;
    }

    /** True for a tensor that starts with normal random values; others start with {@link #initialValue()}. */
    public boolean startsRandom() {
        return kind == Kind.CONVOLUTION || kind == Kind.DECONVOLUTION || kind == Kind.FULLY_CONNECTED;
    }

    /** √(2 / fan-in), the deviation of He et al. 2015b's normal initialisation. */
    public double initialDeviation() {
        return Math.sqrt(2.0 / fanIn());
    }

    /** The constant that biases and affine parameters start with: gate −2, γ 1, all others 0. */
    public double initialValue() {
        return switch (kind) {
            case GATE_BIAS -> -2;
            case GAMMA -> 1;
            case BIAS, BETA, CONVOLUTION, DECONVOLUTION, FULLY_CONNECTED -> 0;
        };
    }

    /** True when weight decay applies: weights, not biases and not γ, β (SPEC §7). */
    public boolean decays() {
        return startsRandom();
    }
}
