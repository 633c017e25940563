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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.PointerScope;

/*
 * OneDnnBound lays out memory of its own and records calls over it. This computes at once, over memory that someone else
 * has and that lies elsewhere each time: a call and its memory objects are made once for a form and then only told the
 * addresses. They outlive the scope in which they are first wanted; JavaCPP's extend() says so.
 */
/**
 * Batch norms with their ReLU in the same pass, float32, N×C×H×W with the channels innermost in memory. Addresses are
 * those of the first byte. For one thread at a time.
 */
public final class DirectNorms implements AutoCloseable {
    private final List<PointerScope> lasting = new ArrayList<>();
    private final Map<Kind, Call> calls = new HashMap<>();
    private final Library library;
    private final NormPrimitives primitives;
    private final float epsilon;

    private DirectNorms(double epsilon) {
        this.epsilon = (float) epsilon;
        library = lasting(Library::new);
        primitives = new NormPrimitives(library);
    }

    /** Empty where there is no oneDNN for this system. */
    public static Optional<DirectNorms> find(double epsilon) {
        try {
            return Optional.of(new DirectNorms(epsilon));
        } catch (LinkageError absent) {
            return Optional.empty();
        }
    }

    private <T> T lasting(Supplier<T> maker) {
        try (PointerScope scope = new PointerScope()) {
            lasting.add(scope.extend());
            return maker.get();
        }
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
        return form.relu() ? call(Work.FORWARD, form).bytes(DNNL_ARG_WORKSPACE) : 0;
    }

    /** From x: mean, variance and y = γ (x − mean) / √(variance + ε) + β, then max(0, y) with a ReLU. */
    public void forward(Form form, Norm norm) {
        Call call = call(Work.FORWARD, form);
        call.lay(DNNL_ARG_DST, norm.y());
        statistics(call, norm);
        call.lay(DNNL_ARG_SHIFT, norm.beta());
        call.run();
    }

    /** The gradients with respect to x, γ and β from that with respect to y; that of x may lie where that of y does. */
    public void adjoint(Form form, Norm norm, Gradients gradients) {
        Call call = call(Work.ADJOINT, form);
        statistics(call, norm);
        call.lay(DNNL_ARG_DIFF_DST, gradients.y());
        call.lay(DNNL_ARG_DIFF_SRC, gradients.x());
        call.lay(DNNL_ARG_DIFF_SCALE, gradients.gamma());
        call.lay(DNNL_ARG_DIFF_SHIFT, gradients.beta());
        call.run();
    }

    private static void statistics(Call call, Norm norm) {
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
        Call call = call(Work.SCALE_SHIFT, new Form(shape, true, relu));
        call.lay(DNNL_ARG_SRC, x);
        call.lay(DNNL_ARG_DST, y);
        call.lay(DNNL_ARG_SCALE, scale);
        call.lay(DNNL_ARG_SHIFT, shift);
        call.lay(DNNL_ARG_MEAN, zeros);
        call.lay(DNNL_ARG_VARIANCE, ones);
        call.run();
    }

    private enum Work {
        FORWARD,
        ADJOINT,
        SCALE_SHIFT
    }

    private record Kind(Work work, Form form) {}

    private Call call(Work work, Form form) {
        Kind kind = new Kind(work, form);
        Call found = calls.get(kind);
        if (found == null) {
            found = lasting(() -> make(kind));
            calls.put(kind, found);
        }
        return found;
    }

    private Call make(Kind kind) {
        Form form = kind.form();
        return switch (kind.work()) {
            case FORWARD -> {
                NormPrimitives.Forward made = trained(form);
                Call call = new Call(made.called());
                arrays(call, form, DNNL_ARG_SRC, DNNL_ARG_DST);
                vectors(call, form, DNNL_ARG_MEAN, DNNL_ARG_VARIANCE);
                affine(call, form, DNNL_ARG_SCALE, DNNL_ARG_SHIFT);
                yield passed(call, form, made);
            }
            case ADJOINT -> {
                NormPrimitives.Forward hint = trained(form);
                Call call = new Call(primitives.adjoint(hint, form.shape(), form.affine(), epsilon, form.flags()));
                arrays(call, form, DNNL_ARG_SRC, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_SRC);
                vectors(call, form, DNNL_ARG_MEAN, DNNL_ARG_VARIANCE);
                affine(call, form, DNNL_ARG_SCALE, DNNL_ARG_DIFF_SCALE, DNNL_ARG_DIFF_SHIFT);
                yield passed(call, form, hint);
            }
            case SCALE_SHIFT -> {
                int flags = NormPrimitives.flags(true, form.relu(), true);
                Call call = new Call(primitives
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

    private void arrays(Call call, Form form, int... names) {
        call.add(library.channelsLast(form.shape()), names);
    }

    private void vectors(Call call, Form form, int... names) {
        call.add(library.plain(List.of(form.shape().get(1))), names);
    }

    private void affine(Call call, Form form, int... names) {
        if (form.affine()) {
            vectors(call, form, names);
        }
    }

    private static Call passed(Call call, Form form, NormPrimitives.Forward made) {
        if (form.relu()) {
            call.add(made.description().workspace_desc(), DNNL_ARG_WORKSPACE);
        }
        return call;
    }

    /** A primitive and, by oneDNN's number for it, each argument. */
    private final class Call {
        private final primitive called;
        private final Map<Integer, memory> arguments = new HashMap<>();
        private final IntMemoryMap given = new IntMemoryMap();

        Call(primitive called) {
            this.called = called;
        }

        void add(memory.desc layout, int... names) {
            for (int name : names) {
                memory made = new memory(layout, library.engine(), new Address(0));
                arguments.put(name, made);
                given.put(name, made);
            }
        }

        long bytes(int name) {
            return argument(name).get_desc().get_size();
        }

        private memory argument(int name) {
            memory found = arguments.get(name);
            if (found == null) {
                throw new IllegalArgumentException("this norm has no argument " + name);
            }
            return found;
        }

        /** Says where an argument lies; 0 for one that this call does not have. */
        void lay(int name, long address) {
            if (address != 0 || arguments.containsKey(name)) {
                argument(name).set_data_handle(new Address(required(name, address)));
            }
        }

        private static long required(int name, long address) {
            if (address == 0) {
                throw new IllegalArgumentException("this norm needs its argument " + name);
            }
            return address;
        }

        void run() {
            called.execute(library.stream(), given);
        }
    }

    @Override
    public void close() {
        Collections.reverse(lasting);
        lasting.forEach(PointerScope::close);
        lasting.clear();
        calls.clear();
    }
}
