package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Numbers;
import org.unfoldlab.model.engine.plan.Value;

/*
 * ND4J's own batch norm crashes, is slow, or both (docs/performance.md), so it is composed. Sums over height and width
 * are average pooling, which is fast; those over the images and everything per channel are a few hundred numbers and
 * done here in float64. The adjoint computes x^ = (x - mean) / sd again instead of keeping it:
 *   gx = gamma / sd * (g - mean(g) - x^ * mean(g * x^)), means over images, height and width.
 */
/** Batch normalisation and its adjoint (Ioffe and Szegedy 2015, section 3). */
final class NormKernels {
    private final Ops ops;
    private final Memory memory;
    private final double epsilon;

    NormKernels(Ops ops, Memory memory, double epsilon) {
        this.ops = ops;
        this.memory = memory;
        this.epsilon = epsilon;
    }

    /** One whole array, one number per image and channel, two per channel. */
    static List<List<Integer>> scratch(Value x, int wholes) {
        List<List<Integer>> shapes = new ArrayList<>();
        for (int i = 0; i < wholes; i++) {
            shapes.add(x.shape());
        }
        shapes.add(List.of(x.axis(0), x.axis(1), 1, 1));
        shapes.add(List.of(x.axis(1)));
        shapes.add(List.of(x.axis(1)));
        return shapes;
    }

    static List<List<Integer>> scratch(Instruction.Normalize n) {
        return scratch(n.x(), 1);
    }

    static List<List<Integer>> scratch(Instruction.NormalizeAdjoint n) {
        return scratch(n.g(), 2);
    }

    Runnable forward(Instruction.Normalize n, List<INDArray> scratch) {
        INDArray x = memory.array(n.x());
        INDArray y = memory.array(n.y());
        INDArray square = scratch.get(0);
        INDArray shift = scratch.get(2);
        INDArray factor = scratch.get(3);
        Numbers mean = memory.numbers(n.mean());
        Numbers variance = memory.numbers(n.variance());
        Numbers shifts = numbers(shift);
        Numbers factors = numbers(factor);
        Runnable means = channelMeans(x, scratch.get(1), mean);
        Runnable center = ops.addPerChannel(x, shift, y);
        Runnable squares = ops.multiply(y, y, square);
        Runnable variances = channelMeans(square, scratch.get(1), variance);
        Runnable scale = ops.multiply(y, perChannel(factor), y);
        Runnable affine = n.beta() == null ? () -> {} : ops.addPerChannel(y, memory.array(n.beta()), y);
        Runnable relu = n.relu() ? ops.relu(y, y) : () -> {};
        Numbers gamma = n.gamma() == null ? null : memory.numbers(n.gamma());
        return () -> {
            means.run();
            for (int c = 0; c < mean.size(); c++) {
                shifts.put(c, -mean.get(c));
            }
            center.run();
            squares.run();
            variances.run();
            for (int c = 0; c < mean.size(); c++) {
                factors.put(c, (gamma == null ? 1 : gamma.get(c)) / Math.sqrt(variance.get(c) + epsilon));
            }
            scale.run();
            affine.run();
            relu.run();
        };
    }

    Runnable adjoint(Instruction.NormalizeAdjoint n, List<INDArray> scratch) {
        INDArray normalized = scratch.get(0);
        INDArray product = scratch.get(1);
        INDArray gx = memory.array(n.gx());
        INDArray factor = scratch.get(3);
        INDArray shift = scratch.get(4);
        Channels channels = new Channels(n, numbers(factor), numbers(shift));
        Runnable mask = mask(n, product);
        Runnable center = ops.addPerChannel(memory.array(n.of().x()), shift, normalized);
        Runnable scale = ops.multiply(normalized, perChannel(factor), normalized);
        Runnable products = ops.multiply(gx, normalized, product);
        Runnable sumG = channelMeans(gx, scratch.get(2), channels.meanG);
        Runnable sumProducts = channelMeans(product, scratch.get(2), channels.meanProduct);
        Runnable accumulate = ops.add(gx, normalized, gx);
        Runnable subtract = ops.addPerChannel(gx, shift, gx);
        Runnable rescale = ops.multiply(gx, perChannel(factor), gx);
        return () -> {
            mask.run();
            channels.standardize();
            center.run();
            scale.run();
            products.run();
            sumG.run();
            sumProducts.run();
            channels.slope();
            scale.run();
            accumulate.run();
            channels.finish();
            subtract.run();
            rescale.run();
        };
    }

    /** gx = g, or where there is a ReLU, g where it let pass. */
    private Runnable mask(Instruction.NormalizeAdjoint n, INDArray product) {
        INDArray g = memory.array(n.g());
        INDArray gx = memory.array(n.gx());
        if (n.of().relu()) {
            Runnable sign = ops.sign(memory.array(n.of().y()), product);
            Runnable multiply = ops.multiply(g, product, gx);
            return () -> {
                sign.run();
                multiply.run();
            };
        }
        return n.g().equals(n.gx()) ? () -> {} : ops.assign(g, gx);
    }

    /** y = scale·x + shift per channel. */
    Runnable scaleShift(Instruction.ScaleShift s) {
        INDArray y = memory.array(s.y());
        Runnable scale = ops.multiply(memory.array(s.x()), perChannel(memory.array(s.scale())), y);
        Runnable shift = ops.addPerChannel(y, memory.array(s.shift()), y);
        Runnable relu = s.relu() ? ops.relu(y, y) : () -> {};
        return () -> {
            scale.run();
            shift.run();
            relu.run();
        };
    }

    private Numbers numbers(INDArray array) {
        return Stretches.numbers(array.data().addressPointer(), precision(), 0, Math.toIntExact(array.length()));
    }

    private Precision precision() {
        return memory.precision();
    }

    private static INDArray perChannel(INDArray vector) {
        return vector.reshape('c', 1, vector.length(), 1, 1);
    }

    /** Means over images, height and width. */
    private Runnable channelMeans(INDArray x, INDArray perImage, Numbers means) {
        Runnable pool = ops.average(x, perImage, x.size(2), x.size(3));
        Numbers parts = numbers(perImage);
        int images = Math.toIntExact(x.size(0));
        int channels = Math.toIntExact(x.size(1));
        return () -> {
            pool.run();
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int i = 0; i < images; i++) {
                    sum += parts.get(i * channels + c);
                }
                means.put(c, sum / images);
            }
        };
    }

    /** What the adjoint computes per channel. */
    private final class Channels {
        private final Instruction.NormalizeAdjoint n;
        private final Numbers mean;
        private final Numbers variance;
        private final Numbers factors;
        private final Numbers shifts;
        private final Numbers meanG;
        private final Numbers meanProduct;
        private final double count;

        Channels(Instruction.NormalizeAdjoint n, Numbers factors, Numbers shifts) {
            this.n = n;
            this.factors = factors;
            this.shifts = shifts;
            mean = memory.numbers(n.of().mean());
            variance = memory.numbers(n.of().variance());
            meanG = new Numbers.Doubles(java.nio.DoubleBuffer.allocate(mean.size()));
            meanProduct = new Numbers.Doubles(java.nio.DoubleBuffer.allocate(mean.size()));
            count = (double) n.g().axis(0) * n.g().axis(2) * n.g().axis(3);
        }

        private double inverseDeviation(int c) {
            return 1 / Math.sqrt(variance.get(c) + epsilon);
        }

        /** For x^ = (x + shift) · factor. */
        void standardize() {
            for (int c = 0; c < mean.size(); c++) {
                shifts.put(c, -mean.get(c));
                factors.put(c, inverseDeviation(c));
            }
        }

        /** For x^ · factor = −x^ · mean(g x^); writes the gradients of γ and β. */
        void slope() {
            Numbers gGamma = n.gGamma() == null ? null : memory.numbers(n.gGamma());
            Numbers gBeta = n.gBeta() == null ? null : memory.numbers(n.gBeta());
            for (int c = 0; c < mean.size(); c++) {
                factors.put(c, -meanProduct.get(c));
                if (gGamma != null && gBeta != null) {
                    gGamma.put(c, meanProduct.get(c) * count);
                    gBeta.put(c, meanG.get(c) * count);
                }
            }
        }

        /** For (g + shift) · factor. */
        void finish() {
            Numbers gamma = n.of().gamma() == null ? null : memory.numbers(n.of().gamma());
            for (int c = 0; c < mean.size(); c++) {
                shifts.put(c, -meanG.get(c));
                factors.put(c, inverseDeviation(c) * (gamma == null ? 1 : gamma.get(c)));
            }
        }
    }
}
