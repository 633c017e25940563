package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.FloatPointer;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/*
 * oneDNN compiles batch norms only for channels that fill vectors of 8; for others it falls back to plain C, ten to a
 * hundred times slower, and a 4-state FRNN has layers of 12, 20 and 36 channels. Channels-last, k neighbouring pixels
 * of C channels are one pixel of k*C channels, and k*C fills vectors. Statistics of the k parts are put together here:
 *   mean = avg(mean_j), variance = avg(variance_j + mean_j^2) - mean^2,
 * then spread over the parts and given. The adjoint with given statistics is gx' = g / sd, with the sums of g and of
 * g * x^ for each part; what the batch's statistics add is
 *   gx = gx' - (avg(g) + x^ * avg(g * x^)) / sd = gx' + shift + slope * x, per channel.
 */
/** Batch norms, without affine parameters, whose channels do not fill vectors. */
final class GroupedNormCalls {
    private static final int VECTOR = 8;
    private static final String FORWARD = "batch norm";
    private static final String ADJOINT = "batch norm, adjoint";

    private final Library library;
    private final Recorder recorder;
    private final Slots slots;
    private final NormPrimitives primitives;
    private final double epsilon;
    private final IdentityHashMap<Instruction.Normalize, Given> given = new IdentityHashMap<>();

    /** What the adjoint needs of a norm: statistics, one for each channel of each part, and where the ReLU let pass. */
    private record Given(Slot mean, Slot variance, Slot workspace) {}

    GroupedNormCalls(Library library, NormPrimitives primitives, Recorder recorder, Slots slots, double epsilon) {
        this.library = library;
        this.recorder = recorder;
        this.slots = slots;
        this.primitives = primitives;
        this.epsilon = epsilon;
    }

    /** How many neighbouring pixels fill vectors together. */
    private static int parts(Value x) {
        int parts = 1;
        while (parts * x.axis(1) % VECTOR != 0) {
            parts++;
        }
        return parts;
    }

    /** True where pixels must and can be grouped. */
    static boolean serves(Value x) {
        int parts = parts(x);
        return parts > 1 && x.axis(2) * x.axis(3) % parts == 0;
    }

    private static List<Integer> shape(Value x) {
        int parts = parts(x);
        return List.of(x.axis(0), parts * x.axis(1), 1, x.axis(2) * x.axis(3) / parts);
    }

    private static int width(Value x) {
        return parts(x) * x.axis(1);
    }

    private Recorder.Argument whole(int name, Value value) {
        return new Recorder.Argument(name, slots.of(value), library.channelsLast(shape(value)));
    }

    private Recorder.Argument vector(int name, Slot slot, int width) {
        return new Recorder.Argument(name, slot, library.plain(List.of(width)));
    }

    private Slot vector(int width) {
        return recorder.passing((long) width * Float.BYTES);
    }

    private static FloatPointer floats(Slot slot) {
        return new FloatPointer(new Address(slot.address()));
    }

    void forward(Instruction.Normalize n) {
        int width = width(n.x());
        Given made = new Given(vector(width), vector(width), statistics(n));
        given.put(n, made);
        NormPrimitives.Forward measure = primitives.forward(
                shape(n.x()), prop_kind.forward_training, (float) epsilon, NormPrimitives.flags(false, false, false));
        recorder.call(
                FORWARD,
                measure.called(),
                whole(DNNL_ARG_SRC, n.x()),
                whole(DNNL_ARG_DST, n.y()),
                vector(DNNL_ARG_MEAN, made.mean(), width),
                vector(DNNL_ARG_VARIANCE, made.variance(), width));
        recorder.host(
                FORWARD,
                () -> gather(n, made, width),
                made.mean(),
                made.variance(),
                slots.of(n.mean()),
                slots.of(n.variance()));
        NormPrimitives.Forward normalize = normalize(n);
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                whole(DNNL_ARG_SRC, n.x()),
                whole(DNNL_ARG_DST, n.y()),
                vector(DNNL_ARG_MEAN, made.mean(), width),
                vector(DNNL_ARG_VARIANCE, made.variance(), width),
                slots.constant(DNNL_ARG_SCALE, width, 1),
                slots.constant(DNNL_ARG_SHIFT, width, 0)));
        if (n.relu()) {
            arguments.add(workspace(normalize, made));
        }
        recorder.call(FORWARD, normalize.called(), arguments.toArray(Recorder.Argument[]::new));
    }

    private NormPrimitives.Forward normalize(Instruction.Normalize n) {
        int flags = NormPrimitives.flags(true, n.relu(), true);
        return primitives.forward(shape(n.x()), prop_kind.forward_training, (float) epsilon, flags);
    }

    private Slot statistics(Instruction.Normalize n) {
        return n.relu()
                ? recorder.passing(normalize(n).description().workspace_desc().get_size())
                : recorder.passing(Float.BYTES);
    }

    private static Recorder.Argument workspace(NormPrimitives.Forward normalize, Given made) {
        return new Recorder.Argument(
                DNNL_ARG_WORKSPACE, made.workspace(), normalize.description().workspace_desc());
    }

    /** Puts the parts' statistics together and spreads them over the parts. */
    private void gather(Instruction.Normalize n, Given made, int width) {
        FloatPointer means = floats(made.mean());
        FloatPointer variances = floats(made.variance());
        FloatPointer mean = floats(slots.of(n.mean()));
        FloatPointer variance = floats(slots.of(n.variance()));
        int channels = n.x().axis(1);
        int parts = width / channels;
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int i = c; i < width; i += channels) {
                sum += means.get(i);
            }
            double whole = sum / parts;
            double spread = 0;
            for (int i = c; i < width; i += channels) {
                double away = means.get(i) - whole;
                spread += variances.get(i) + away * away;
            }
            mean.put(c, (float) whole);
            variance.put(c, (float) (spread / parts));
            for (int i = c; i < width; i += channels) {
                means.put(i, mean.get(c));
                variances.put(i, variance.get(c));
            }
        }
    }

    void adjoint(Instruction.NormalizeAdjoint a) {
        Instruction.Normalize n = a.of();
        Given made = given.get(n);
        if (made == null) {
            throw new IllegalStateException("the adjoint of a norm that was not computed");
        }
        int width = width(n.x());
        Slot products = vector(width);
        Slot sums = vector(width);
        scaled(a, made, products, sums);
        recorder.host(
                ADJOINT,
                () -> correction(n, products, sums, width),
                products,
                sums,
                slots.of(n.mean()),
                slots.of(n.variance()));
        memory.desc each = library.channelsLast(List.of(1, width, 1, 1));
        recorder.call(
                ADJOINT,
                corrected(shape(n.x()), each),
                whole(DNNL_ARG_SRC, n.x()),
                new Recorder.Argument(DNNL_ARG_SRC_1, products, each),
                new Recorder.Argument(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1, sums, each),
                whole(DNNL_ARG_DST, a.gx()));
    }

    /** gx = g / sd, and for each part the sums of g · x^ and of g. */
    private void scaled(Instruction.NormalizeAdjoint a, Given made, Slot products, Slot sums) {
        Instruction.Normalize n = a.of();
        NormPrimitives.Forward hint = normalize(n);
        List<Integer> shape = shape(n.x());
        int flags = NormPrimitives.flags(true, n.relu(), true);
        batch_normalization_backward called = library.once(
                batch_normalization_backward.class,
                () -> {
                    memory.desc layout = library.channelsLast(shape);
                    return new batch_normalization_backward(new batch_normalization_backward.primitive_desc(
                            library.engine(),
                            prop_kind.backward.value,
                            layout,
                            layout,
                            layout,
                            (float) epsilon,
                            flags,
                            hint.description()));
                },
                "grouped",
                shape,
                flags);
        int width = width(n.x());
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                whole(DNNL_ARG_SRC, n.x()),
                vector(DNNL_ARG_MEAN, made.mean(), width),
                vector(DNNL_ARG_VARIANCE, made.variance(), width),
                whole(DNNL_ARG_DIFF_DST, a.g()),
                whole(DNNL_ARG_DIFF_SRC, a.gx()),
                slots.constant(DNNL_ARG_SCALE, width, 1),
                vector(DNNL_ARG_DIFF_SCALE, products, width),
                vector(DNNL_ARG_DIFF_SHIFT, sums, width)));
        if (n.relu()) {
            arguments.add(workspace(hint, made));
        }
        recorder.call(ADJOINT, called, arguments.toArray(Recorder.Argument[]::new));
    }

    /** Turns the sums of g · x^ into slopes and those of g into shifts. */
    private void correction(Instruction.Normalize n, Slot products, Slot sums, int width) {
        FloatPointer slopes = floats(products);
        FloatPointer shifts = floats(sums);
        FloatPointer mean = floats(slots.of(n.mean()));
        FloatPointer variance = floats(slots.of(n.variance()));
        int channels = n.x().axis(1);
        double values = (double) n.x().size() / channels;
        for (int c = 0; c < channels; c++) {
            double product = 0;
            double sum = 0;
            for (int i = c; i < width; i += channels) {
                product += slopes.get(i);
                sum += shifts.get(i);
            }
            double inverse = 1 / Math.sqrt(variance.get(c) + epsilon);
            double slope = -inverse * inverse * product / values;
            double shift = -inverse * sum / values - slope * mean.get(c);
            for (int i = c; i < width; i += channels) {
                slopes.put(i, (float) slope);
                shifts.put(i, (float) shift);
            }
        }
    }

    /** gx = x · slope + shift + gx. */
    private binary corrected(List<Integer> shape, memory.desc each) {
        return library.once(
                binary.class,
                () -> {
                    memory.desc layout = library.channelsLast(shape);
                    post_ops after = new post_ops();
                    after.append_binary(algorithm.binary_add.value, each);
                    after.append_sum();
                    primitive_attr attributes = new primitive_attr();
                    attributes.set_post_ops(after);
                    return new binary(new binary.primitive_desc(
                            library.engine(), algorithm.binary_mul.value, layout, each, layout, attributes, false));
                },
                "corrected",
                shape);
    }

    /** Scale and shift are spread over the parts whenever they have changed. */
    void scaleShift(Instruction.ScaleShift s) {
        int width = width(s.x());
        NormPrimitives.Forward made = primitives.forward(
                shape(s.x()), prop_kind.forward_inference, 0, NormPrimitives.flags(true, s.relu(), true));
        recorder.call(
                FORWARD,
                made.called(),
                whole(DNNL_ARG_SRC, s.x()),
                whole(DNNL_ARG_DST, s.y()),
                slots.constant(DNNL_ARG_MEAN, width, 0),
                slots.constant(DNNL_ARG_VARIANCE, width, 1),
                vector(DNNL_ARG_SCALE, spread(s.scale(), width), width),
                vector(DNNL_ARG_SHIFT, spread(s.shift(), width), width));
    }

    private Slot spread(Value value, int width) {
        Slot from = slots.of(value);
        Slot to = recorder.lasting((long) width * Float.BYTES);
        int channels = value.size();
        recorder.prepare(() -> {
            FloatPointer in = floats(from);
            FloatPointer out = floats(to);
            for (int i = 0; i < width; i++) {
                out.put(i, in.get(i % channels));
            }
        });
        return to;
    }
}
