package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.network.Layer;

/** Everything that is neither convolution nor batch norm. */
final class ElementKernels {
    private final Ops ops;
    private final Memory memory;

    ElementKernels(Ops ops, Memory memory) {
        this.ops = ops;
        this.memory = memory;
    }

    private INDArray of(Value value) {
        return memory.array(value);
    }

    private static Runnable inTurn(List<Runnable> runnables) {
        Runnable[] all = runnables.toArray(Runnable[]::new);
        if (all.length == 1) {
            return all[0];
        }
        return () -> {
            for (Runnable runnable : all) {
                runnable.run();
            }
        };
    }

    Runnable relu(Instruction.Relu r) {
        return ops.relu(of(r.x()), of(r.y()));
    }

    /** Sign of y is 1 where y &gt; 0 and 0 elsewhere; {@code relu_bp} takes six times as long. */
    Runnable reluAdjoint(Instruction.ReluAdjoint r, INDArray sign) {
        return inTurn(List.of(ops.sign(of(r.y()), sign), ops.multiply(of(r.g()), sign, of(r.gx()))));
    }

    Runnable sigmoid(Instruction.Sigmoid s) {
        return ops.call("sigmoid", List.of(of(s.x())), of(s.y()));
    }

    Runnable sigmoidAdjoint(Instruction.SigmoidAdjoint s, INDArray slope) {
        INDArray y = of(s.y());
        return inTurn(List.of(
                ops.multiply(y, y, slope), ops.subtract(y, slope, slope), ops.multiply(of(s.g()), slope, of(s.gx()))));
    }

    Runnable mix(Instruction.Mix m) {
        INDArray y = of(m.y());
        INDArray x = of(m.x());
        return inTurn(List.of(ops.subtract(of(m.h()), x, y), ops.multiply(y, of(m.gate()), y), ops.add(y, x, y)));
    }

    Runnable mixAdjoint(Instruction.MixAdjoint m) {
        INDArray g = of(m.g());
        INDArray gh = of(m.gh());
        INDArray gGate = of(m.gGate());
        return inTurn(List.of(
                ops.multiply(g, of(m.of().gate()), gh),
                ops.subtract(g, gh, of(m.gx())),
                ops.subtract(of(m.of().h()), of(m.of().x()), gGate),
                ops.multiply(gGate, g, gGate)));
    }

    Runnable sum(Instruction.Sum s) {
        List<Value> rest = new ArrayList<>(s.xs());
        INDArray y = of(s.y());
        List<Runnable> all = new ArrayList<>();
        if (!rest.remove(s.y())) {
            INDArray first = of(rest.remove(0));
            all.add(rest.isEmpty() ? ops.assign(first, y) : ops.add(first, of(rest.remove(0)), y));
        }
        rest.forEach(x -> all.add(ops.add(y, of(x), y)));
        if (s.scale() != 1) {
            all.add(ops.scale(s.scale(), y));
        }
        return inTurn(all);
    }

    Runnable zero(Instruction.Zero z) {
        return ops.zero(of(z.y()));
    }

    Runnable pool(Instruction.Pool p) {
        String name = p.kind() == Layer.PoolKind.AVERAGE ? "avgpool2d" : "maxpool2d";
        return ops.call(name, List.of(of(p.x())), List.of(of(p.y())), Ops.pooling(p.factor(), p.factor()));
    }

    Runnable poolAdjoint(Instruction.PoolAdjoint p) {
        String name = p.of().kind() == Layer.PoolKind.AVERAGE ? "avgpool2d_bp" : "maxpool2d_bp";
        long[] settings = Ops.pooling(p.of().factor(), p.of().factor());
        return ops.call(name, List.of(of(p.of().x()), of(p.g())), List.of(of(p.gx())), settings);
    }

    private static INDArray channels(INDArray array, long first, long count) {
        return part(array, 1, first, count);
    }

    /** A view. {@code INDArray.get} takes some parts of arrays that share a stretch for empty, by where they lie. */
    private static INDArray part(INDArray array, int axis, long first, long count) {
        long[] lengths = array.shape().clone();
        lengths[axis] = count;
        long offset = array.offset() + first * array.stride(axis);
        return Nd4j.create(array.data(), lengths, array.stride(), offset, array.ordering());
    }

    private static INDArray every(INDArray array, int stride) {
        return array.get(
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, stride, array.size(2)),
                NDArrayIndex.interval(0, stride, array.size(3)));
    }

    Runnable pad(Instruction.Pad p) {
        INDArray y = of(p.y());
        INDArray x = of(p.x());
        return inTurn(List.of(ops.zero(y), ops.assign(every(x, p.stride()), channels(y, 0, x.size(1)))));
    }

    Runnable padAdjoint(Instruction.PadAdjoint p) {
        INDArray gx = every(of(p.gx()), p.stride());
        return ops.add(gx, channels(of(p.g()), 0, gx.size(1)), gx);
    }

    Runnable slice(Instruction.Slice s) {
        return ops.assign(channels(of(s.x()), s.first(), s.y().axis(1)), of(s.y()));
    }

    Runnable sliceAdjoint(Instruction.SliceAdjoint s) {
        INDArray gx = channels(of(s.gx()), s.first(), s.g().axis(1));
        return ops.add(gx, of(s.g()), gx);
    }

    Runnable stack(Instruction.Stack s) {
        List<Runnable> all = new ArrayList<>();
        INDArray whole = of(s.whole());
        long first = 0;
        for (Value value : s.parts()) {
            INDArray part = of(value);
            all.add(ops.assign(part, rows(whole, first, part.size(0))));
            first += part.size(0);
        }
        return inTurn(all);
    }

    Runnable unstack(Instruction.Unstack u) {
        List<Runnable> all = new ArrayList<>();
        INDArray whole = of(u.whole());
        long first = 0;
        for (int i = 0; i < u.parts().size(); i++) {
            INDArray part = of(u.parts().get(i));
            INDArray from = rows(whole, first, part.size(0));
            all.add(u.add().get(i) ? ops.add(part, from, part) : ops.assign(from, part));
            first += part.size(0);
        }
        return inTurn(all);
    }

    private static INDArray rows(INDArray array, long first, long count) {
        return part(array, 0, first, count);
    }

    Runnable globalAverage(Instruction.GlobalAverage a) {
        INDArray x = of(a.x());
        return ops.average(x, of(a.y()), x.size(2), x.size(3));
    }

    Runnable globalAverageAdjoint(Instruction.GlobalAverageAdjoint a) {
        INDArray gx = of(a.gx());
        return inTurn(List.of(ops.assign(of(a.g()), gx), ops.scale(1.0 / (gx.size(2) * gx.size(3)), gx)));
    }

    private INDArray matrix(Value value) {
        return of(value).reshape('c', value.axis(0), value.axis(1));
    }

    Runnable connect(Instruction.Connect c) {
        INDArray y = matrix(c.y());
        return inTurn(List.of(
                ops.call("matmul", List.of(matrix(c.x()), of(c.w())), List.of(y), 0, 1, 0),
                ops.add(y, of(c.bias()), y)));
    }

    Runnable connectAdjoint(Instruction.ConnectAdjoint c) {
        INDArray g = matrix(c.g());
        List<Runnable> all = new ArrayList<>();
        all.add(ops.call("matmul", List.of(g, matrix(c.of().x())), List.of(of(c.gw())), 1, 0, 0));
        all.add(ops.call("reduce_sum", List.of(g), List.of(of(c.gBias())), 0));
        if (c.gx() != null) {
            all.add(ops.call("matmul", List.of(g, of(c.of().w())), List.of(matrix(c.gx())), 0, 0, 0));
        }
        return inTurn(all);
    }
}
