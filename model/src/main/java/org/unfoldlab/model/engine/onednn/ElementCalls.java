package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MULTIPLE_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.sum;
import org.bytedeco.javacpp.Pointer;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/** What is computed element by element, and what only moves elements. */
final class ElementCalls {
    private final Library library;
    private final Recorder recorder;
    private final Slots slots;
    private final Copies copies;

    ElementCalls(Library library, Recorder recorder, Slots slots, Copies copies) {
        this.library = library;
        this.recorder = recorder;
        this.slots = slots;
        this.copies = copies;
    }

    void relu(Instruction.Relu r) {
        map("relu", algorithm.eltwise_relu, 0, r.x(), r.y());
    }

    void sigmoid(Instruction.Sigmoid s) {
        map("sigmoid", algorithm.eltwise_logistic, 0, s.x(), s.y());
    }

    private eltwise_forward.primitive_desc mapDescription(algorithm function, float alpha, Value like) {
        memory.desc layout = slots.description(like);
        return new eltwise_forward.primitive_desc(
                library.engine(), prop_kind.forward_training.value, function.value, layout, layout, alpha);
    }

    private void map(String kind, algorithm function, float alpha, Value x, Value y) {
        eltwise_forward made = library.once(
                eltwise_forward.class,
                () -> new eltwise_forward(mapDescription(function, alpha, x)),
                function,
                alpha,
                x.shape(),
                slots.flows(x));
        recorder.call(kind, made, slots.argument(DNNL_ARG_SRC, x), slots.argument(DNNL_ARG_DST, y));
    }

    void reluAdjoint(Instruction.ReluAdjoint r) {
        mapAdjoint("relu, adjoint", algorithm.eltwise_relu_use_dst_for_bwd, r.y(), r.g(), r.gx());
    }

    void sigmoidAdjoint(Instruction.SigmoidAdjoint s) {
        mapAdjoint("sigmoid, adjoint", algorithm.eltwise_logistic_use_dst_for_bwd, s.y(), s.g(), s.gx());
    }

    private void mapAdjoint(String kind, algorithm function, Value y, Value g, Value gx) {
        eltwise_backward made = library.once(
                eltwise_backward.class,
                () -> {
                    memory.desc layout = slots.description(y);
                    return new eltwise_backward(new eltwise_backward.primitive_desc(
                            library.engine(),
                            function.value,
                            layout,
                            layout,
                            layout,
                            0f,
                            mapDescription(function, 0, y)));
                },
                function,
                y.shape());
        recorder.call(
                kind,
                made,
                slots.argument(DNNL_ARG_DST, y),
                slots.argument(DNNL_ARG_DIFF_DST, g),
                slots.argument(DNNL_ARG_DIFF_SRC, gx));
    }

    /** A second operand of a chain of element-wise operations. */
    private record Operand(algorithm operation, Value value) {}

    /** y = ((a ∘ b) ∘ c) …, all in one pass. */
    private void chain(String kind, Value a, Value y, Operand... operands) {
        memory.desc layout = slots.description(a);
        List<algorithm> operations =
                Arrays.stream(operands).map(Operand::operation).toList();
        binary made = library.once(
                binary.class,
                () -> {
                    post_ops rest = new post_ops();
                    operations.stream().skip(1).forEach(operation -> rest.append_binary(operation.value, layout));
                    primitive_attr attributes = new primitive_attr();
                    attributes.set_post_ops(rest);
                    return new binary(new binary.primitive_desc(
                            library.engine(), operations.get(0).value, layout, layout, layout, attributes, false));
                },
                operations,
                a.shape());
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                slots.argument(DNNL_ARG_SRC, a),
                slots.argument(DNNL_ARG_SRC_1, operands[0].value()),
                slots.argument(DNNL_ARG_DST, y)));
        for (int i = 1; i < operands.length; i++) {
            int name = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * i | DNNL_ARG_SRC_1;
            arguments.add(slots.argument(name, operands[i].value()));
        }
        recorder.call(kind, made, arguments.toArray(Recorder.Argument[]::new));
    }

    void mix(Instruction.Mix m) {
        chain(
                "mix",
                m.h(),
                m.y(),
                new Operand(algorithm.binary_sub, m.x()),
                new Operand(algorithm.binary_mul, m.gate()),
                new Operand(algorithm.binary_add, m.x()));
    }

    void mixAdjoint(Instruction.MixAdjoint m) {
        String kind = "mix, adjoint";
        chain(kind, m.g(), m.gh(), new Operand(algorithm.binary_mul, m.of().gate()));
        chain(kind, m.g(), m.gx(), new Operand(algorithm.binary_sub, m.gh()));
        chain(
                kind,
                m.of().h(),
                m.gGate(),
                new Operand(algorithm.binary_sub, m.of().x()),
                new Operand(algorithm.binary_mul, m.g()));
    }

    /** One pass over all; the array that is written over has to come first. */
    void sum(Instruction.Sum s) {
        List<Value> xs = new ArrayList<>(s.xs());
        if (xs.remove(s.y())) {
            xs.add(0, s.y());
        }
        if (xs.size() == 1) {
            map("sum", algorithm.eltwise_linear, (float) s.scale(), xs.get(0), s.y());
            return;
        }
        memory.desc layout = slots.description(s.y());
        sum made = library.once(
                sum.class,
                () -> {
                    float[] scales = new float[xs.size()];
                    Arrays.fill(scales, (float) s.scale());
                    memory.desc[] layouts = new memory.desc[xs.size()];
                    Arrays.fill(layouts, layout);
                    return new sum(
                            new sum.primitive_desc(library.engine(), layout, scales, new memory_desc_vector(layouts)));
                },
                s.y().shape(),
                slots.flows(s.y()),
                xs.size(),
                s.scale());
        Recorder.Argument[] arguments = new Recorder.Argument[xs.size() + 1];
        for (int i = 0; i < xs.size(); i++) {
            arguments[i] = slots.argument(DNNL_ARG_MULTIPLE_SRC + i, xs.get(i));
        }
        arguments[xs.size()] = slots.argument(DNNL_ARG_DST, s.y());
        recorder.call("sum", made, arguments);
    }

    void zero(Instruction.Zero z) {
        zero(slots.of(z.y()));
    }

    private void zero(Slot slot) {
        recorder.host("zero", () -> Pointer.memset(new Address(slot.address()), 0, slot.bytes()), slot);
    }

    /** Channels {@code first … first + count − 1} of every {@code step}-th row and column of an array. */
    private memory.desc part(Value whole, int count, int step) {
        long channels = whole.axis(1);
        long width = whole.axis(3);
        int rows = (whole.axis(2) + step - 1) / step;
        int columns = (whole.axis(3) + step - 1) / step;
        return library.strided(
                List.of(whole.axis(0), count, rows, columns),
                List.of(whole.axis(2) * width * channels, 1L, step * width * channels, step * channels));
    }

    void pad(Instruction.Pad p) {
        int channels = p.x().axis(1);
        zero(slots.of(p.y()));
        copies.copy(
                slots.of(p.x()),
                part(p.x(), channels, p.stride()),
                0,
                slots.of(p.y()),
                part(p.y(), channels, 1),
                0,
                false);
    }

    void padAdjoint(Instruction.PadAdjoint p) {
        int channels = p.gx().axis(1);
        copies.copy(
                slots.of(p.g()),
                part(p.g(), channels, 1),
                0,
                slots.of(p.gx()),
                part(p.gx(), channels, p.stride()),
                0,
                true);
    }

    void slice(Instruction.Slice s) {
        int channels = s.y().axis(1);
        memory.desc from = part(s.x(), channels, 1);
        copies.copy(slots.of(s.x()), from, bytes(s.first()), slots.of(s.y()), slots.description(s.y()), 0, false);
    }

    void sliceAdjoint(Instruction.SliceAdjoint s) {
        int channels = s.g().axis(1);
        memory.desc to = part(s.gx(), channels, 1);
        copies.copy(slots.of(s.g()), slots.description(s.g()), 0, slots.of(s.gx()), to, bytes(s.first()), true);
    }

    private static long bytes(long elements) {
        return elements * Float.BYTES;
    }

    /** Row-major tensors stacked along their first axis lie behind one another. */
    void stack(Instruction.Stack s) {
        Slot whole = slots.of(s.whole());
        long offset = 0;
        for (Value part : s.parts()) {
            Slot from = slots.of(part);
            long at = offset;
            recorder.prepare(
                    () -> Pointer.memcpy(new Address(whole.address() + at), new Address(from.address()), from.bytes()));
            offset += from.bytes();
        }
    }

    void unstack(Instruction.Unstack u) {
        long offset = 0;
        for (int i = 0; i < u.parts().size(); i++) {
            Value part = u.parts().get(i);
            memory.desc vector = library.plain(List.of(part.size()));
            copies.copy(
                    slots.of(u.whole()),
                    vector,
                    offset,
                    slots.of(part),
                    vector,
                    0,
                    u.add().get(i));
            offset += bytes(part.size());
        }
    }
}
