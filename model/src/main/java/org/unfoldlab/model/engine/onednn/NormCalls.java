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
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.unfoldlab.model.engine.plan.Instruction;

/** Batch norms with their ReLU in one pass; where the ReLU let pass is kept as one bit or byte an element. */
final class NormCalls {
    private final NormPrimitives primitives;
    private final Recorder recorder;
    private final Slots slots;
    private final float epsilon;
    private final GroupedNormCalls grouped;
    private final IdentityHashMap<Instruction.Normalize, Slot> workspaces = new IdentityHashMap<>();

    NormCalls(Library library, Recorder recorder, Slots slots, double epsilon) {
        primitives = new NormPrimitives(library);
        this.recorder = recorder;
        this.slots = slots;
        this.epsilon = (float) epsilon;
        grouped = new GroupedNormCalls(library, primitives, recorder, slots, epsilon);
    }

    void forward(Instruction.Normalize n) {
        if (n.gamma() == null && GroupedNormCalls.serves(n.x())) {
            grouped.forward(n);
            return;
        }
        int flags = NormPrimitives.flags(n.gamma() != null, n.relu(), false);
        NormPrimitives.Forward made = primitives.forward(n.x().shape(), prop_kind.forward_training, epsilon, flags);
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
        int flags = NormPrimitives.flags(affine, n.relu(), false);
        NormPrimitives.Forward hint = primitives.forward(n.x().shape(), prop_kind.forward_training, epsilon, flags);
        batch_normalization_backward made = primitives.adjoint(hint, n.x().shape(), affine, epsilon, flags);
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
        NormPrimitives.Forward made = primitives.forward(
                s.x().shape(), prop_kind.forward_inference, 0, NormPrimitives.flags(true, s.relu(), true));
        recorder.call(
                "batch norm",
                made.called(),
                slots.argument(DNNL_ARG_SRC, s.x()),
                slots.argument(DNNL_ARG_DST, s.y()),
                slots.constant(DNNL_ARG_MEAN, s.scale().size(), 0),
                slots.constant(DNNL_ARG_VARIANCE, s.scale().size(), 1),
                slots.argument(DNNL_ARG_SCALE, s.scale()),
                slots.argument(DNNL_ARG_SHIFT, s.shift()));
    }
}
