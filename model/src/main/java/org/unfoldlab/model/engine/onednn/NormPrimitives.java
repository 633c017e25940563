package org.unfoldlab.model.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** oneDNN's batch norms of arrays that lie channels-last, each made once. */
final class NormPrimitives {
    private final Library library;

    NormPrimitives(Library library) {
        this.library = library;
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

    /** The adjoint of a forward pass with the batch's own statistics and the same ε and flags. */
    batch_normalization_backward adjoint(Forward hint, List<Integer> shape, boolean affine, float epsilon, int flags) {
        return library.once(
                batch_normalization_backward.class,
                () -> {
                    memory.desc layout = library.channelsLast(shape);
                    int kind = (affine ? prop_kind.backward : prop_kind.backward_data).value;
                    return new batch_normalization_backward(new batch_normalization_backward.primitive_desc(
                            library.engine(), kind, layout, layout, layout, epsilon, flags, hint.description()));
                },
                shape,
                flags);
    }
}
