package org.unfoldlab.model.equivalence.gates;

import java.util.Arrays;
import java.util.Random;

/**
 * One block whose function is {@code R C}: H(x) = W ∗ ReLU(x), a 3×3 convolution with zeros around the image. Its learned
 * gate has a convolution V of its own. Arrays are C×side×side, row by row.
 *
 * @param w W, [out, in, 3, 3]
 * @param v V, [out, in, 3, 3]
 */
public record GatedBlock(int channels, int side, double[] w, double[] v) {
    private static final int KERNEL = 3;

    public GatedBlock {
        int size = channels * channels * KERNEL * KERNEL;
        if (w.length != size || v.length != size) {
            throw new IllegalArgumentException("kernels of " + size + " weights are needed");
        }
        w = w.clone();
        v = v.clone();
    }

    /** With He's normal weights, deviation √(2 / 9C). */
    public static GatedBlock random(int channels, int side, long seed) {
        Random random = new Random(seed);
        int size = channels * channels * KERNEL * KERNEL;
        double deviation = Math.sqrt(2.0 / (KERNEL * KERNEL * channels));
        return new GatedBlock(channels, side, normal(random, size, deviation), normal(random, size, deviation));
    }

    private static double[] normal(Random random, int size, double deviation) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    /** H(x). */
    public double[] function(double[] x) {
        return convolution(w, Arrays.stream(x).map(value -> Math.max(0, value)).toArray());
    }

    /** T for every value of x. */
    public double[] gate(Gate gate, double[] x) {
        if (gate instanceof Gate.Learned learned) {
            return Arrays.stream(convolution(v, x))
                    .map(value -> 1 / (1 + Math.exp(-(value + learned.bias()))))
                    .toArray();
        }
        double[] t = new double[x.length];
        Arrays.fill(t, gate instanceof Gate.Constant constant ? constant.value() : 1);
        return t;
    }

    /** y = H(x)·T + x·(1−T). */
    public double[] apply(Gate gate, double[] x) {
        double[] h = function(x);
        double[] t = gate(gate, x);
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = h[i] * t[i] + x[i] * (1 - t[i]);
        }
        return y;
    }

    /** H(x) + x, the residual network's block. */
    public double[] residual(double[] x) {
        double[] y = function(x);
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
        return y;
    }

    private double[] convolution(double[] kernel, double[] x) {
        double[] y = new double[x.length];
        for (int out = 0; out < channels; out++) {
            for (int in = 0; in < channels; in++) {
                for (int place = 0; place < KERNEL * KERNEL; place++) {
                    double weight = kernel[(out * channels + in) * KERNEL * KERNEL + place];
                    add(y, out, weight, x, in, place / KERNEL - 1, place % KERNEL - 1);
                }
            }
        }
        return y;
    }

    private void add(double[] y, int out, double weight, double[] x, int in, int down, int right) {
        for (int row = Math.max(0, -down); row < Math.min(side, side - down); row++) {
            for (int column = Math.max(0, -right); column < Math.min(side, side - right); column++) {
                y[(out * side + row) * side + column] += weight * x[(in * side + row + down) * side + column + right];
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GatedBlock that
                && channels == that.channels
                && side == that.side
                && Arrays.equals(w, that.w)
                && Arrays.equals(v, that.v);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(w) + Arrays.hashCode(v);
    }

    @Override
    public String toString() {
        return "GatedBlock[" + channels + " × " + side + "²]";
    }
}
