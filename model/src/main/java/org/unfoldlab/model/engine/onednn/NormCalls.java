package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.unfoldlab.model.engine.plan.Instruction;

/** Batch norms with their ReLU in one pass; where the ReLU let pass is kept as one bit or byte an element. */
final class NormCalls {
    private final Library library;
    private final Recorder recorder;
    private final Slots slots;
    private final float epsilon;
    private final GroupedNormCalls grouped;
    private final IdentityHashMap<Instruction.Normalize, Slot> workspaces = new IdentityHashMap<>();

    NormCalls(Library library, Recorder recorder, Slots slots, double epsilon) {
        this.library = library;
        this.recorder = recorder;
        this.slots = slots;
        this.epsilon = (float) epsilon;
        grouped = new GroupedNormCalls(library, recorder, slots, this, epsilon);
    }

    /** A batch norm's primitives; its description is the hint for the adjoint's. */
    record Forward(batch_normalization_forward.primitive_desc description, batch_normalization_forward called) {}

    static int flags(boolean affine, boolean relu, boolean given) {
        return (affine ? normalization_flags.use_scale.value | normalization_flags.use_shift.value : 0)
                | (relu ? normalization_flags.fuse_norm_relu.value : 0)
                | (given ? normalization_flags.use_global_stats.value : 0);
    }

    Forward forward(List<Integer> shape, prop_kind kind, float epsilonOrZero, int flags) {
        return library.once(
                Forward.class,
                () -> {
                    memory.desc layout = library.channelsLast(shape);
                    var description = new batch_normalization_forward.primitive_desc(
                            library.engine(), kind.value, layout, layout, epsilonOrZero, flags);
                    return new Forward(description, new batch_normalization_forward(description));
                },
                shape,
                kind,
                epsilonOrZero,
                flags);
    }

    void forward(Instruction.Normalize n) {
        if (n.gamma() == null && GroupedNormCalls.serves(n.x())) {
            grouped.forward(n);
            return;
        }
        int flags = flags(n.gamma() != null, n.relu(), false);
        Forward made = forward(n.x().shape(), prop_kind.forward_training, epsilon, flags);
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                slots.argument(DNNL_ARG_SRC, n.x()),
                slots.argument(DNNL_ARG_DST, n.y()),
                slots.argument(DNNL_ARG_MEAN, n.mean()),
                slots.argument(DNNL_ARG_VARIANCE, n.variance())));
        affine(n, arguments);
        if (n.relu()) {
            memory.desc layout = made.description().workspace_desc();
            Slot workspace = recorder.passing(layout.get_size());
            workspaces.put(n, workspace);
            arguments.add(new Recorder.Argument(DNNL_ARG_WORKSPACE, workspace, layout));
        }
        recorder.call("batch norm", made.called(), arguments.toArray(Recorder.Argument[]::new));
    }

    private void affine(Instruction.Normalize n, List<Recorder.Argument> arguments) {
        if (n.gamma() != null && n.beta() != null) {
            arguments.add(slots.argument(DNNL_ARG_SCALE, n.gamma()));
            arguments.add(slots.argument(DNNL_ARG_SHIFT, n.beta()));
        }
    }

    void adjoint(Instruction.NormalizeAdjoint a) {
        Instruction.Normalize n = a.of();
        if (n.gamma() == null && GroupedNormCalls.serves(n.x())) {
            grouped.adjoint(a);
            return;
        }
        boolean affine = n.gamma() != null;
        int flags = flags(affine, n.relu(), false);
        Forward hint = forward(n.x().shape(), prop_kind.forward_training, epsilon, flags);
        batch_normalization_backward made = library.once(
                batch_normalization_backward.class,
                () -> {
                    memory.desc layout = library.channelsLast(n.x().shape());
                    int kind = (affine ? prop_kind.backward : prop_kind.backward_data).value;
                    return new batch_normalization_backward(new batch_normalization_backward.primitive_desc(
                            library.engine(), kind, layout, layout, layout, epsilon, flags, hint.description()));
                },
                n.x().shape(),
                flags);
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                slots.argument(DNNL_ARG_SRC, n.x()),
                slots.argument(DNNL_ARG_MEAN, n.mean()),
                slots.argument(DNNL_ARG_VARIANCE, n.variance()),
                slots.argument(DNNL_ARG_DIFF_DST, a.g()),
                slots.argument(DNNL_ARG_DIFF_SRC, a.gx())));
        if (n.gamma() != null) {
            arguments.add(slots.argument(DNNL_ARG_SCALE, n.gamma()));
        }
        if (a.gGamma() != null && a.gBeta() != null) {
            arguments.add(slots.argument(DNNL_ARG_DIFF_SCALE, a.gGamma()));
            arguments.add(slots.argument(DNNL_ARG_DIFF_SHIFT, a.gBeta()));
        }
        Slot workspace = workspaces.get(n);
        if (workspace != null) {
            memory.desc layout = hint.description().workspace_desc();
            arguments.add(new Recorder.Argument(DNNL_ARG_WORKSPACE, workspace, layout));
        }
        recorder.call("batch norm, adjoint", made, arguments.toArray(Recorder.Argument[]::new));
    }

    /** y = scale·x + shift, as a batch norm with mean 0, variance 1 and ε 0. */
    void scaleShift(Instruction.ScaleShift s) {
        if (GroupedNormCalls.serves(s.x())) {
            grouped.scaleShift(s);
            return;
        }
        Forward made = forward(s.x().shape(), prop_kind.forward_inference, 0, flags(true, s.relu(), true));
        recorder.call(
                "batch norm",
                made.called(),
                slots.argument(DNNL_ARG_SRC, s.x()),
                slots.argument(DNNL_ARG_DST, s.y()),
                constant(DNNL_ARG_MEAN, s.scale().size(), 0),
                constant(DNNL_ARG_VARIANCE, s.scale().size(), 1),
                slots.argument(DNNL_ARG_SCALE, s.scale()),
                slots.argument(DNNL_ARG_SHIFT, s.shift()));
    }

    /** An array of one number. */
    Recorder.Argument constant(int name, int length, float value) {
        Slot slot = library.once(
                Slot.class,
                () -> {
                    Slot made = recorder.lasting((long) length * Float.BYTES);
                    recorder.prepare(() -> {
                        FloatPointer numbers = new FloatPointer(new Address(made.address()));
                        for (int i = 0; i < length; i++) {
                            numbers.put(i, value);
                        }
                    });
                    return made;
                },
                "constant",
                length,
                value);
        return new Recorder.Argument(name, slot, library.plain(List.of(length)));
    }
}
