package org.unfoldlab.model.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/** Convolutions and their adjoints by {@code at::convolution} and {@code at::convolution_backward}. */
final class ConvolutionKernels {
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private final Slots slots;
    private final Space space;
    private final Numerics numerics;
    private final Optional<FusedConvolutions> fused;
    private final Optional<WinogradKernels> winograd;

    /**
     * @param fused only where convolutions multiply exact numbers
     * @param winograd computes those convolutions that it serves, likewise
     */
    ConvolutionKernels(
            Slots slots,
            Space space,
            Numerics numerics,
            Optional<FusedConvolutions> fused,
            Optional<WinogradKernels> winograd) {
        this.slots = slots;
        this.space = space;
        this.numerics = numerics;
        this.fused = fused;
        this.winograd = winograd;
    }

    private static long[] twice(int length) {
        return new long[] {length, length};
    }

    private Optional<WinogradKernels> winograd(Value x, Value w, Instruction.Geometry geometry) {
        return winograd.filter(kernels -> WinogradKernels.serves(x, w, geometry));
    }

    Kernel convolve(Instruction.Convolve c) {
        return winograd(c.x(), c.w(), c.geometry())
                .map(kernels -> kernels.convolve(c))
                .orElseGet(() -> convolveDirectly(c));
    }

    private Kernel convolveDirectly(Instruction.Convolve c) {
        return c.relu() && fused.isPresent() ? convolveThenRelu(c, fused.get()) : convolveAlone(c);
    }

    private Kernel convolveThenRelu(Instruction.Convolve c, FusedConvolutions fused) {
        Value bias = c.bias();
        return () -> {
            Tensor shift = bias == null ? null : slots.get(bias);
            slots.put(c.y(), fused.relu(slots.get(c.x()), slots.get(c.w()), shift, c.geometry()));
        };
    }

    private Kernel convolveAlone(Instruction.Convolve c) {
        long[] stride = twice(c.geometry().stride());
        long[] padding = twice(c.geometry().padding());
        Value bias = c.bias();
        return () -> {
            TensorOptional shift = bias == null ? new TensorOptional() : new TensorOptional(factor(bias));
            Tensor y = numerics.widened(
                    torch.convolution(factor(c.x()), factor(c.w()), shift, stride, padding, ONE, false, NONE, 1));
            if (c.relu()) {
                torch.relu_(y);
            }
            slots.put(c.y(), y);
        };
    }

    /** Adds the convolution to the addend that is written over, in the convolution's own pass; the others follow. */
    Kernel convolveSum(Instruction.ConvolveSum c) {
        List<Value> others = new ArrayList<>(c.addends());
        boolean inPlace = others.remove(c.y());
        Kernel begin =
                inPlace ? addTo(c) : convolve(new Instruction.Convolve(c.x(), c.w(), null, c.y(), c.geometry(), false));
        return () -> {
            begin.run();
            Tensor sum = slots.get(c.y());
            others.forEach(other -> sum.add_(slots.get(other)));
            if (c.scale() != 1) {
                sum.mul_(new Scalar(c.scale()));
            }
        };
    }

    private Kernel addTo(Instruction.ConvolveSum c) {
        FusedConvolutions adding = fused.orElseThrow();
        return winograd(c.x(), c.w(), c.geometry())
                .map(kernels -> kernels.addTo(c.y(), c.x(), c.w()))
                .orElse(() -> adding.addTo(slots.get(c.y()), slots.get(c.x()), slots.get(c.w()), c.geometry()));
    }

    Kernel scaleFilters(Instruction.ScaleFilters s) {
        long[] perFilter = {Lanes.filled(s.scale().size()), 1, 1, 1};
        return () ->
                slots.put(s.scaled(), slots.get(s.w()).mul(slots.get(s.scale()).view(perFilter)));
    }

    Kernel adjoint(Instruction.ConvolveAdjoint c) {
        Value x = c.x();
        return x == null || (c.gw() == null && c.gBias() == null) ? inputGradient(c) : backward(c, x);
    }

    private Kernel inputGradient(Instruction.ConvolveAdjoint c) {
        Value gx = required(c.gx());
        return winograd(gx, c.w(), c.geometry())
                .map(kernels -> kernels.inputGradient(c.g(), c.w(), gx))
                .orElseGet(() -> transposed(c, gx));
    }

    private Kernel weightGradient(Instruction.ConvolveAdjoint c, Value x) {
        Value gw = c.gw();
        Optional<WinogradKernels> served =
                gw == null || c.gBias() != null ? Optional.empty() : winograd(x, c.w(), c.geometry());
        return served.map(kernels -> kernels.weightGradient(x, c.g(), required(gw), c.add()))
                .orElseGet(() -> gradients(c, x, null));
    }

    /** gx alone: the transposed convolution of g, with as many rows and columns more as make gx's size. */
    private Kernel transposed(Instruction.ConvolveAdjoint c, Value gx) {
        Instruction.Geometry geometry = c.geometry();
        long[] stride = twice(geometry.stride());
        long[] padding = twice(geometry.padding());
        long[] more = {more(gx.axis(2), c.g().axis(2), geometry), more(gx.axis(3), c.g().axis(3), geometry)};
        return () -> slots.put(
                gx,
                numerics.widened(torch.convolution(
                        factor(c.g()), factor(c.w()), new TensorOptional(), stride, padding, ONE, true, more, 1)));
    }

    private static long more(int wanted, int size, Instruction.Geometry geometry) {
        return wanted - ((size - 1L) * geometry.stride() - 2L * geometry.padding() + geometry.kernel());
    }

    /*
     * LibTorch computes gx first and gw second. On a processor gw goes first here, while g, which has just been
     * computed, is in the cache; then gx is in the cache for the norm that reads it next.
     */
    private Kernel backward(Instruction.ConvolveAdjoint c, Value x) {
        if (!space.onHost()) {
            return gradients(c, x, c.gx());
        }
        Kernel ofWeights = weightGradient(c, x);
        if (c.gx() == null) {
            return ofWeights;
        }
        Kernel ofInput = inputGradient(c);
        return () -> {
            ofWeights.run();
            ofInput.run();
        };
    }

    private Kernel gradients(Instruction.ConvolveAdjoint c, Value x, @Nullable Value gx) {
        long[] stride = twice(c.geometry().stride());
        long[] padding = twice(c.geometry().padding());
        long[] channels = {Lanes.filled(c.w().axis(0))};
        return () -> {
            LongArrayRefOptional sizes = new LongArrayRefOptional(channels);
            T_TensorTensorTensor_T parts = torch.convolution_backward(
                    factor(c.g()),
                    factor(x),
                    factor(c.w()),
                    sizes,
                    stride,
                    padding,
                    ONE,
                    false,
                    NONE,
                    1,
                    Parts.mask(gx != null, c.gw() != null, c.gBias() != null));
            put(gx, parts, 0, false);
            put(c.gw(), parts, 1, c.add());
            put(c.gBias(), parts, 2, c.add());
        };
    }

    private void put(@Nullable Value value, T_TensorTensorTensor_T parts, int part, boolean add) {
        if (value != null && add) {
            slots.get(value).add_(Parts.take(parts, part));
        } else if (value != null) {
            slots.put(value, numerics.widened(Parts.take(parts, part)));
        }
    }

    private Tensor factor(Value value) {
        return numerics.factor(slots.get(value));
    }

    Kernel stack(Instruction.Stack stack) {
        Value y = stack.whole();
        return () -> {
            Tensor whole = space.zeroImages(Lanes.filled(y.axis(0)), Lanes.filled(y.axis(1)), y.axis(2), y.axis(3));
            long first = 0;
            for (Value part : stack.parts()) {
                whole.narrow(0, first, part.axis(0)).copy_(own(part));
                first += part.axis(0);
            }
            slots.put(y, whole);
        };
    }

    Kernel unstack(Instruction.Unstack unstack) {
        List<Value> parts = unstack.parts();
        return () -> {
            Tensor whole = slots.get(unstack.whole());
            long first = 0;
            for (int i = 0; i < parts.size(); i++) {
                Value part = parts.get(i);
                Tensor from = whole.narrow(0, first, part.axis(0));
                first += part.axis(0);
                if (unstack.add().get(i)) {
                    own(part).add_(from);
                } else {
                    own(part).copy_(from);
                }
            }
        };
    }

    /** A weight for the output channels that it means. */
    private Tensor own(Value weight) {
        return slots.get(weight).narrow(0, 0, weight.axis(0));
    }

    private static Value required(@Nullable Value value) {
        if (value == null) {
            throw new IllegalStateException("an adjoint without a result");
        }
        return value;
    }
}
