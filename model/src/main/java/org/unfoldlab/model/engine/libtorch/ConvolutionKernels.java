package org.unfoldlab.model.engine.libtorch;

import java.util.List;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/** Convolutions and their adjoints by {@code at::convolution} and {@code at::convolution_backward}. */
final class ConvolutionKernels {
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private final Slots slots;

    ConvolutionKernels(Slots slots) {
        this.slots = slots;
    }

    private static long[] twice(int length) {
        return new long[] {length, length};
    }

    Kernel convolve(Instruction.Convolve c) {
        long[] stride = twice(c.geometry().stride());
        long[] padding = twice(c.geometry().padding());
        Value bias = c.bias();
        return () -> {
            TensorOptional shift = bias == null ? new TensorOptional() : new TensorOptional(slots.get(bias));
            slots.put(
                    c.y(),
                    torch.convolution(slots.get(c.x()), slots.get(c.w()), shift, stride, padding, ONE, false, NONE, 1));
        };
    }

    Kernel adjoint(Instruction.ConvolveAdjoint c) {
        Value x = c.x();
        return x == null || (c.gw() == null && c.gBias() == null) ? transposed(c) : backward(c, x);
    }

    /** gx alone: the transposed convolution of g, with as many rows and columns more as make gx's size. */
    private Kernel transposed(Instruction.ConvolveAdjoint c) {
        Value gx = required(c.gx());
        Instruction.Geometry geometry = c.geometry();
        long[] stride = twice(geometry.stride());
        long[] padding = twice(geometry.padding());
        long[] more = {more(gx.axis(2), c.g().axis(2), geometry), more(gx.axis(3), c.g().axis(3), geometry)};
        return () -> slots.put(
                gx,
                torch.convolution(
                        slots.get(c.g()), slots.get(c.w()), new TensorOptional(), stride, padding, ONE, true, more, 1));
    }

    private static long more(int wanted, int size, Instruction.Geometry geometry) {
        return wanted - ((size - 1L) * geometry.stride() - 2L * geometry.padding() + geometry.kernel());
    }

    private Kernel backward(Instruction.ConvolveAdjoint c, Value x) {
        long[] stride = twice(c.geometry().stride());
        long[] padding = twice(c.geometry().padding());
        long[] channels = {c.w().axis(0)};
        return () -> {
            LongArrayRefOptional sizes = new LongArrayRefOptional(channels);
            T_TensorTensorTensor_T parts = torch.convolution_backward(
                    slots.get(c.g()),
                    slots.get(x),
                    slots.get(c.w()),
                    sizes,
                    stride,
                    padding,
                    ONE,
                    false,
                    NONE,
                    1,
                    Parts.mask(c.gx() != null, c.gw() != null, c.gBias() != null));
            put(c.gx(), parts, 0, false);
            put(c.gw(), parts, 1, c.add());
            put(c.gBias(), parts, 2, c.add());
        };
    }

    private void put(@Nullable Value value, T_TensorTensorTensor_T parts, int part, boolean add) {
        if (value != null && add) {
            slots.get(value).add_(Parts.take(parts, part));
        } else if (value != null) {
            slots.put(value, Parts.take(parts, part));
        }
    }

    Kernel stack(Instruction.Stack stack) {
        return () -> {
            TensorVector parts = new TensorVector();
            stack.parts().forEach(part -> parts.push_back(slots.get(part)));
            slots.put(stack.whole(), torch.cat(parts, 0));
        };
    }

    Kernel unstack(Instruction.Unstack unstack) {
        List<Value> parts = unstack.parts();
        return () -> {
            Tensor whole = slots.get(unstack.whole());
            long first = 0;
            for (int i = 0; i < parts.size(); i++) {
                Tensor part = whole.narrow(0, first, parts.get(i).axis(0));
                first += parts.get(i).axis(0);
                if (unstack.add().get(i)) {
                    slots.get(parts.get(i)).add_(part);
                } else {
                    slots.put(parts.get(i), part);
                }
            }
        };
    }

    private static Value required(@Nullable Value value) {
        if (value == null) {
            throw new IllegalStateException("an adjoint without a result");
        }
        return value;
    }
}
