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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl.prop_kind;

/**
 * Batch norms with their ReLU in the same pass, float32, N×C×H×W with the channels innermost in memory. Addresses are
 * those of the first byte. For one thread at a time.
 */
public final class DirectNorms {
    /** How oneDNN names what it compiles for the processor at hand. */
    private static final String COMPILED = "jit";

    private final Map<Kind, DirectCall> calls = new HashMap<>();
    private final Map<Integer, Boolean> served = new HashMap<>();
    private final DirectLibrary direct;
    private final Library library;
    private final NormPrimitives primitives;
    private final float epsilon;

    /** @param epsilon added to each variance */
    public DirectNorms(DirectLibrary direct, double epsilon) {
        this.direct = direct;
        this.epsilon = (float) epsilon;
        library = direct.library();
        primitives = new NormPrimitives(library);
    }

    /** Whether oneDNN has compiled code for so many channels; what it has otherwise takes ten to a hundred times longer. */
    public boolean serves(int channels) {
        return served.computeIfAbsent(channels, count -> {
            Form small = new Form(List.of(1, count, 8, 8), false, true);
            return direct.lasting(() ->
                    trained(small).description().impl_info_str().getString().contains(COMPILED));
        });
    }

    /** What a norm's primitives depend on. */
    public record Form(List<Integer> shape, boolean affine, boolean relu) {
        public Form {
            shape = List.copyOf(shape);
        }

        private int flags() {
            return NormPrimitives.flags(affine, relu, false);
        }
    }

    /**
     * Addresses of a norm's arrays; 0 for what it does not have.
     *
     * @param passed where the ReLU let pass: {@link #passedBytes} bytes, from the forward pass to the adjoint
     */
    public record Norm(long x, long y, long mean, long variance, long gamma, long beta, long passed) {}

    /** Addresses of the gradients with respect to y, x, γ and β; 0 for what there is not. */
    public record Gradients(long y, long x, long gamma, long beta) {}

    /** Size of what a ReLU needs to remember; 0 without one. */
    public long passedBytes(Form form) {
        return form.relu() ? call(Task.FORWARD, form).bytes(DNNL_ARG_WORKSPACE) : 0;
    }

    /** From x: mean, variance and y = γ (x − mean) / √(variance + ε) + β, then max(0, y) with a ReLU. */
    public void forward(Form form, Norm norm) {
        DirectCall call = call(Task.FORWARD, form);
        call.lay(DNNL_ARG_DST, norm.y());
        statistics(call, norm);
        call.lay(DNNL_ARG_SHIFT, norm.beta());
        call.run();
    }

    /** The gradients with respect to x, γ and β from that with respect to y; that of x may lie where that of y does. */
    public void adjoint(Form form, Norm norm, Gradients gradients) {
        DirectCall call = call(Task.ADJOINT, form);
        statistics(call, norm);
        call.lay(DNNL_ARG_DIFF_DST, gradients.y());
        call.lay(DNNL_ARG_DIFF_SRC, gradients.x());
        call.lay(DNNL_ARG_DIFF_SCALE, gradients.gamma());
        call.lay(DNNL_ARG_DIFF_SHIFT, gradients.beta());
        call.run();
    }

    private static void statistics(DirectCall call, Norm norm) {
        call.lay(DNNL_ARG_SRC, norm.x());
        call.lay(DNNL_ARG_MEAN, norm.mean());
        call.lay(DNNL_ARG_VARIANCE, norm.variance());
        call.lay(DNNL_ARG_SCALE, norm.gamma());
        call.lay(DNNL_ARG_WORKSPACE, norm.passed());
    }

    /**
     * y = scale·x + shift per channel, then max(0, y) with a ReLU; y may lie where x does.
     *
     * @param zeros as many as there are channels
     * @param ones likewise
     */
    public void scaleShift(
            List<Integer> shape, boolean relu, long x, long y, long scale, long shift, long zeros, long ones) {
        DirectCall call = call(Task.SCALE_SHIFT, new Form(shape, true, relu));
        call.lay(DNNL_ARG_SRC, x);
        call.lay(DNNL_ARG_DST, y);
        call.lay(DNNL_ARG_SCALE, scale);
        call.lay(DNNL_ARG_SHIFT, shift);
        call.lay(DNNL_ARG_MEAN, zeros);
        call.lay(DNNL_ARG_VARIANCE, ones);
        call.run();
    }

    private enum Task {
        FORWARD,
        ADJOINT,
        SCALE_SHIFT
    }

    private record Kind(Task task, Form form) {}

    private DirectCall call(Task task, Form form) {
        Kind kind = new Kind(task, form);
        DirectCall found = calls.get(kind);
        if (found == null) {
            found = direct.lasting(() -> make(kind));
            calls.put(kind, found);
        }
        return found;
    }

    private DirectCall make(Kind kind) {
        Form form = kind.form();
        return switch (kind.task()) {
            case FORWARD -> {
                NormPrimitives.Forward made = trained(form);
                DirectCall call = new DirectCall(library, made.called());
                arrays(call, form, DNNL_ARG_SRC, DNNL_ARG_DST);
                vectors(call, form, DNNL_ARG_MEAN, DNNL_ARG_VARIANCE);
                affine(call, form, DNNL_ARG_SCALE, DNNL_ARG_SHIFT);
                yield passed(call, form, made);
            }
            case ADJOINT -> {
                NormPrimitives.Forward hint = trained(form);
                DirectCall call = new DirectCall(
                        library, primitives.adjoint(hint, form.shape(), form.affine(), epsilon, form.flags()));
                arrays(call, form, DNNL_ARG_SRC, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_SRC);
                vectors(call, form, DNNL_ARG_MEAN, DNNL_ARG_VARIANCE);
                affine(call, form, DNNL_ARG_SCALE, DNNL_ARG_DIFF_SCALE, DNNL_ARG_DIFF_SHIFT);
                yield passed(call, form, hint);
            }
            case SCALE_SHIFT -> {
                int flags = NormPrimitives.flags(true, form.relu(), true);
                DirectCall call = new DirectCall(
                        library,
                        primitives
                                .forward(form.shape(), prop_kind.forward_inference, 0, flags)
                                .called());
                arrays(call, form, DNNL_ARG_SRC, DNNL_ARG_DST);
                vectors(call, form, DNNL_ARG_MEAN, DNNL_ARG_VARIANCE, DNNL_ARG_SCALE, DNNL_ARG_SHIFT);
                yield call;
            }
        };
    }

    private NormPrimitives.Forward trained(Form form) {
        return primitives.forward(form.shape(), prop_kind.forward_training, epsilon, form.flags());
    }

    private void arrays(DirectCall call, Form form, int... names) {
        call.add(library.channelsLast(form.shape()), names);
    }

    private void vectors(DirectCall call, Form form, int... names) {
        call.add(library.plain(List.of(form.shape().get(1))), names);
    }

    private void affine(DirectCall call, Form form, int... names) {
        if (form.affine()) {
            vectors(call, form, names);
        }
    }

    private static DirectCall passed(DirectCall call, Form form, NormPrimitives.Forward made) {
        if (form.relu()) {
            call.add(made.description().workspace_desc(), DNNL_ARG_WORKSPACE);
        }
        return call;
    }
}
