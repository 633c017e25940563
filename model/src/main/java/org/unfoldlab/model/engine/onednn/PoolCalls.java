package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.javacpp.FloatPointer;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.network.Layer;

/** Pooling, and the fully connected layer behind the last pool. */
final class PoolCalls {
    private static final long[] NONE = {0, 0};

    private final Library library;
    private final Recorder recorder;
    private final Slots slots;
    private final Map<Integer, Slot> winners = new HashMap<>();

    PoolCalls(Library library, Recorder recorder, Slots slots) {
        this.library = library;
        this.recorder = recorder;
        this.slots = slots;
    }

    /** A pool's primitives. */
    private record Made(
            pooling_forward.primitive_desc description, pooling_forward forward, pooling_backward adjoint) {}

    private Made made(Instruction.Pool p) {
        return made(p.x().shape(), p.y().shape(), p.factor(), p.factor(), p.kind());
    }

    private Made wholeArea(Value x, Value y) {
        return made(x.shape(), y.shape(), x.axis(2), x.axis(3), Layer.PoolKind.AVERAGE);
    }

    /** Pools rectangles; rows and columns of x that fill no whole one are left out. */
    private Made made(List<Integer> x, List<Integer> y, int height, int width, Layer.PoolKind kind) {
        return library.once(
                Made.class,
                () -> {
                    long[] sides = {height, width};
                    int function = (kind == Layer.PoolKind.MAXIMUM
                                    ? algorithm.pooling_max
                                    : algorithm.pooling_avg_exclude_padding)
                            .value;
                    memory.desc from = library.channelsLast(x);
                    memory.desc to = library.channelsLast(y);
                    int training = prop_kind.forward_training.value;
                    var forward = new pooling_forward.primitive_desc(
                            library.engine(), training, function, from, to, sides, sides, NONE, NONE, NONE);
                    var adjoint = new pooling_backward.primitive_desc(
                            library.engine(), function, from, to, sides, sides, NONE, NONE, NONE, forward);
                    return new Made(forward, new pooling_forward(forward), new pooling_backward(adjoint));
                },
                x,
                y,
                height,
                width,
                kind);
    }

    void pool(Instruction.Pool p) {
        Made made = made(p);
        List<Recorder.Argument> arguments =
                new ArrayList<>(List.of(slots.argument(DNNL_ARG_SRC, p.x()), slots.argument(DNNL_ARG_DST, p.y())));
        if (p.kind() == Layer.PoolKind.MAXIMUM) {
            memory.desc layout = made.description().workspace_desc();
            Slot slot = recorder.passing(layout.get_size());
            winners.put(p.y().id(), slot);
            arguments.add(new Recorder.Argument(DNNL_ARG_WORKSPACE, slot, layout));
        }
        recorder.call("pool", made.forward(), arguments.toArray(Recorder.Argument[]::new));
    }

    void poolAdjoint(Instruction.PoolAdjoint p) {
        Made made = made(p.of());
        List<Recorder.Argument> arguments = new ArrayList<>(
                List.of(slots.argument(DNNL_ARG_DIFF_DST, p.g()), slots.argument(DNNL_ARG_DIFF_SRC, p.gx())));
        Slot slot = winners.get(p.of().y().id());
        if (p.of().kind() == Layer.PoolKind.MAXIMUM && slot != null) {
            arguments.add(new Recorder.Argument(
                    DNNL_ARG_WORKSPACE, slot, made.description().workspace_desc()));
        }
        recorder.call("pool, adjoint", made.adjoint(), arguments.toArray(Recorder.Argument[]::new));
    }

    void globalAverage(Instruction.GlobalAverage a) {
        Made made = wholeArea(a.x(), a.y());
        recorder.call("pool", made.forward(), slots.argument(DNNL_ARG_SRC, a.x()), slots.argument(DNNL_ARG_DST, a.y()));
    }

    void globalAverageAdjoint(Instruction.GlobalAverageAdjoint a) {
        Made made = wholeArea(a.gx(), a.g());
        recorder.call(
                "pool, adjoint",
                made.adjoint(),
                slots.argument(DNNL_ARG_DIFF_DST, a.g()),
                slots.argument(DNNL_ARG_DIFF_SRC, a.gx()));
    }

    /** rows × columns, row-major or, transposed, column-major. */
    private memory.desc matrix(int rows, int columns, boolean transposed) {
        return library.strided(
                List.of(rows, columns), transposed ? List.of(1L, (long) rows) : List.of((long) columns, 1L));
    }

    private matmul product(memory.desc a, memory.desc b, memory.desc y) {
        return library.once(
                matmul.class, () -> new matmul(new matmul.primitive_desc(library.engine(), a, b, y)), a, b, y);
    }

    void connect(Instruction.Connect c) {
        int images = c.x().axis(0);
        int channels = c.x().axis(1);
        int classes = c.y().axis(1);
        memory.desc x = matrix(images, channels, false);
        memory.desc w = matrix(channels, classes, true);
        memory.desc bias = matrix(1, classes, false);
        memory.desc y = matrix(images, classes, false);
        matmul made = library.once(
                matmul.class,
                () -> new matmul(new matmul.primitive_desc(library.engine(), x, w, bias, y)),
                images,
                channels,
                classes);
        recorder.call(
                "fully connected",
                made,
                new Recorder.Argument(DNNL_ARG_SRC, slots.of(c.x()), x),
                new Recorder.Argument(DNNL_ARG_WEIGHTS, slots.of(c.w()), w),
                new Recorder.Argument(DNNL_ARG_BIAS, slots.of(c.bias()), bias),
                new Recorder.Argument(DNNL_ARG_DST, slots.of(c.y()), y));
    }

    void connectAdjoint(Instruction.ConnectAdjoint c) {
        int images = c.g().axis(0);
        int channels = c.of().x().axis(1);
        int classes = c.g().axis(1);
        String kind = "fully connected, adjoint";
        memory.desc turned = matrix(classes, images, true);
        memory.desc x = matrix(images, channels, false);
        memory.desc w = matrix(classes, channels, false);
        recorder.call(
                kind,
                product(turned, x, w),
                new Recorder.Argument(DNNL_ARG_SRC, slots.of(c.g()), turned),
                new Recorder.Argument(DNNL_ARG_WEIGHTS, slots.of(c.of().x()), x),
                new Recorder.Argument(DNNL_ARG_DST, slots.of(c.gw()), w));
        biasGradient(c.g(), c.gBias());
        Value gx = c.gx();
        if (gx != null) {
            memory.desc g = matrix(images, classes, false);
            recorder.call(
                    kind,
                    product(g, w, x),
                    new Recorder.Argument(DNNL_ARG_SRC, slots.of(c.g()), g),
                    new Recorder.Argument(DNNL_ARG_WEIGHTS, slots.of(c.of().w()), w),
                    new Recorder.Argument(DNNL_ARG_DST, slots.of(gx), x));
        }
    }

    /** The sum over images, a few hundred numbers. */
    private void biasGradient(Value g, Value gBias) {
        Slot from = slots.of(g);
        Slot to = slots.of(gBias);
        int images = g.axis(0);
        int classes = g.axis(1);
        recorder.host(
                "fully connected, adjoint",
                () -> {
                    FloatPointer in = new FloatPointer(new Address(from.address()));
                    FloatPointer out = new FloatPointer(new Address(to.address()));
                    for (int c = 0; c < classes; c++) {
                        double sum = 0;
                        for (int i = 0; i < images; i++) {
                            sum += in.get((long) i * classes + c);
                        }
                        out.put(c, (float) sum);
                    }
                },
                from,
                to);
    }
}
