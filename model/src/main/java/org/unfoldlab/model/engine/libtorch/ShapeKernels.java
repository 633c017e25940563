package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.network.Layer;

/** Whatever changes the size of arrays: pools, subsampling, slices, the global average and the last layer. */
final class ShapeKernels {
    private static final long[] NONE = {0, 0};
    private static final long[] ONE = {1, 1};
    private static final long[] AREA = {2, 3};

    private final Slots slots;
    private final Space space;

    ShapeKernels(Slots slots, Space space) {
        this.slots = slots;
        this.space = space;
    }

    Kernel pool(Instruction.Pool p) {
        long[] square = {p.factor(), p.factor()};
        if (p.kind() == Layer.PoolKind.AVERAGE) {
            return () -> slots.put(p.y(), torch.avg_pool2d(slots.get(p.x()), square));
        }
        return () -> slots.put(p.y(), torch.max_pool2d(slots.get(p.x()), square));
    }

    /** The maxima are looked up again, which is rarer and cheaper than remembering where they were. */
    Kernel poolAdjoint(Instruction.PoolAdjoint a) {
        Instruction.Pool p = a.of();
        long[] square = {p.factor(), p.factor()};
        if (p.kind() == Layer.PoolKind.AVERAGE) {
            return () -> slots.put(
                    a.gx(),
                    torch.avg_pool2d_backward(
                            slots.get(a.g()), slots.get(p.x()), square, square, NONE, false, true, new LongOptional()));
        }
        return () -> {
            Tensor x = slots.get(p.x());
            T_TensorTensor_T maxima = torch.max_pool2d_with_indices(x, square);
            Tensor gx = torch.max_pool2d_with_indices_backward(
                    slots.get(a.g()), x, square, square, NONE, ONE, false, maxima.get1());
            slots.put(a.gx(), gx);
        };
    }

    Kernel pad(Instruction.Pad p) {
        Value y = p.y();
        int channels = p.x().axis(1);
        return () -> {
            Tensor padded = zeros(y);
            Lanes.own(padded, channels).copy_(sampled(Lanes.own(slots.get(p.x()), channels), p.stride()));
            slots.put(y, padded);
        };
    }

    Kernel padAdjoint(Instruction.PadAdjoint p) {
        int channels = p.gx().axis(1);
        return () ->
                sampled(Lanes.own(slots.get(p.gx()), channels), p.stride()).add_(Lanes.own(slots.get(p.g()), channels));
    }

    /** Every stride-th row and column: a view. */
    private static Tensor sampled(Tensor x, long stride) {
        LongOptional end = new LongOptional();
        return x.slice(2, end, end, stride).slice(3, end, end, stride);
    }

    Kernel slice(Instruction.Slice s) {
        int channels = s.y().axis(1);
        return () -> {
            Tensor part = slots.get(s.x()).narrow(1, s.first(), channels);
            if (Lanes.filled(channels) == channels) {
                slots.put(s.y(), space.channelsLast(part));
            } else {
                Tensor y = zeros(s.y());
                Lanes.own(y, channels).copy_(part);
                slots.put(s.y(), y);
            }
        };
    }

    Kernel sliceAdjoint(Instruction.SliceAdjoint s) {
        int channels = s.g().axis(1);
        return () -> slots.get(s.gx()).narrow(1, s.first(), channels).add_(Lanes.own(slots.get(s.g()), channels));
    }

    Kernel globalAverage(Instruction.GlobalAverage a) {
        return () -> slots.put(a.y(), torch.mean(slots.get(a.x()), AREA, true, new ScalarTypeOptional()));
    }

    Kernel globalAverageAdjoint(Instruction.GlobalAverageAdjoint a) {
        Value gx = a.gx();
        double share = 1.0 / ((double) gx.axis(2) * gx.axis(3));
        return () -> {
            Tensor spread = zeros(gx);
            spread.add_(slots.get(a.g()), new Scalar(share));
            slots.put(gx, spread);
        };
    }

    Kernel connect(Instruction.Connect c) {
        return () -> slots.put(
                c.y(),
                torch.addmm(slots.get(c.bias()), flat(c.x()), slots.get(c.w()).t()));
    }

    Kernel connectAdjoint(Instruction.ConnectAdjoint a) {
        Instruction.Connect c = a.of();
        Value gx = a.gx();
        return () -> {
            Tensor g = slots.get(a.g());
            if (gx != null) {
                Tensor back = zeros(gx);
                Lanes.own(back, gx.axis(1)).copy_(g.mm(slots.get(c.w())).view(slots.images(), gx.axis(1), 1, 1));
                slots.put(gx, back);
            }
            slots.put(a.gw(), g.t().mm(flat(c.x())));
            slots.put(a.gBias(), g.sum(0));
        };
    }

    /** N×C×1×1 as N×C. */
    private Tensor flat(Value value) {
        return Lanes.own(slots.get(value), value.axis(1)).reshape(slots.images(), value.axis(1));
    }

    private Tensor zeros(Value of) {
        return space.zeroImages(slots.images(), Lanes.filled(of.axis(1)), of.axis(2), of.axis(3));
    }
}
