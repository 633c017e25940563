package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/**
 * Convolutions: activations channels-last, weights in the layout that each primitive likes best, brought there once
 * per change of the weights.
 */
final class ConvolutionCalls {
    private final Library library;
    private final Recorder recorder;
    private final Slots slots;
    private final Copies copies;
    private final Optional<WinogradCalls> winograd;
    private final boolean trains;
    private final Map<Prepared, Slot> prepared = new HashMap<>();

    /** @param winograd computes those convolutions that it serves */
    ConvolutionCalls(
            Library library,
            Recorder recorder,
            Slots slots,
            Copies copies,
            Optional<WinogradCalls> winograd,
            boolean trains) {
        this.library = library;
        this.recorder = recorder;
        this.slots = slots;
        this.copies = copies;
        this.winograd = winograd;
        this.trains = trains;
    }

    /** Sizes that decide on a primitive. */
    private record Sizes(List<Integer> x, List<Integer> w, List<Integer> y, Instruction.Geometry geometry) {
        long[] stride() {
            return new long[] {geometry.stride(), geometry.stride()};
        }

        long[] padding() {
            return new long[] {geometry.padding(), geometry.padding()};
        }
    }

    /** A primitive and the layout of its weights. */
    private record Made(primitive called, memory.desc weights) {}

    /** Weights in some layout; layouts are few and made once. */
    private record Prepared(int weights, memory.desc layout) {}

    private convolution_forward.primitive_desc forwardDescription(Sizes s, boolean bias) {
        return forwardDescription(s, bias, Finish.NONE);
    }

    private convolution_forward.primitive_desc forwardDescription(Sizes s, boolean bias, Finish finish) {
        int kind = (trains ? prop_kind.forward_training : prop_kind.forward_inference).value;
        memory.desc x = library.channelsLast(s.x());
        memory.desc w = library.any(s.w());
        memory.desc y = library.channelsLast(s.y());
        int direct = algorithm.convolution_direct.value;
        return bias
                ? new convolution_forward.primitive_desc(
                        library.engine(),
                        kind,
                        direct,
                        x,
                        w,
                        library.plain(List.of(s.w().get(0))),
                        y,
                        s.stride(),
                        s.padding(),
                        s.padding(),
                        finish.attributes(y),
                        false)
                : new convolution_forward.primitive_desc(
                        library.engine(),
                        kind,
                        direct,
                        x,
                        w,
                        y,
                        s.stride(),
                        s.padding(),
                        s.padding(),
                        finish.attributes(y),
                        false);
    }

    private Made forward(Sizes s, boolean bias, Finish finish) {
        return library.once(
                Made.class,
                () -> {
                    var description = forwardDescription(s, bias, finish);
                    return new Made(new convolution_forward(description), description.weights_desc());
                },
                "forward",
                s,
                bias,
                finish);
    }

    private Made inputGradient(Sizes s) {
        return library.once(
                Made.class,
                () -> {
                    var description = new convolution_backward_data.primitive_desc(
                            library.engine(),
                            algorithm.convolution_direct.value,
                            library.channelsLast(s.x()),
                            library.any(s.w()),
                            library.channelsLast(s.y()),
                            s.stride(),
                            s.padding(),
                            s.padding(),
                            forwardDescription(s, false));
                    return new Made(new convolution_backward_data(description), description.weights_desc());
                },
                "input gradient",
                s);
    }

    private Made weightGradient(Sizes s, boolean bias) {
        return library.once(
                Made.class,
                () -> {
                    var description = weightGradientDescription(s, bias);
                    return new Made(new convolution_backward_weights(description), description.diff_weights_desc());
                },
                "weight gradient",
                s,
                bias);
    }

    private convolution_backward_weights.primitive_desc weightGradientDescription(Sizes s, boolean bias) {
        memory.desc x = library.channelsLast(s.x());
        memory.desc w = library.any(s.w());
        memory.desc y = library.channelsLast(s.y());
        int direct = algorithm.convolution_direct.value;
        var hint = forwardDescription(s, bias);
        return bias
                ? new convolution_backward_weights.primitive_desc(
                        library.engine(),
                        direct,
                        x,
                        w,
                        library.plain(List.of(s.w().get(0))),
                        y,
                        s.stride(),
                        s.padding(),
                        s.padding(),
                        hint)
                : new convolution_backward_weights.primitive_desc(
                        library.engine(), direct, x, w, y, s.stride(), s.padding(), s.padding(), hint);
    }

    /** Weights in a primitive's layout. */
    private Recorder.Argument weights(Value w, Made made) {
        memory.desc plain = library.plain(w.shape());
        if (plain.equals(made.weights())) {
            return new Recorder.Argument(DNNL_ARG_WEIGHTS, slots.of(w), plain);
        }
        Slot slot = prepared.computeIfAbsent(new Prepared(w.id(), made.weights()), key -> {
            Slot target = recorder.lasting(made.weights().get_size());
            copies.prepare(slots.of(w), plain, target, made.weights());
            return target;
        });
        return new Recorder.Argument(DNNL_ARG_WEIGHTS, slot, made.weights());
    }

    private Optional<WinogradCalls> winograd(Value x, Value w, Instruction.Geometry geometry) {
        return winograd.filter(calls -> WinogradForm.serves(x.shape(), w.shape(), geometry));
    }

    void forward(Instruction.Convolve c) {
        winograd(c.x(), c.w(), c.geometry()).ifPresentOrElse(calls -> calls.forward(c), () -> forwardDirectly(c));
    }

    private void forwardDirectly(Instruction.Convolve c) {
        Sizes sizes = new Sizes(c.x().shape(), c.w().shape(), c.y().shape(), c.geometry());
        Made made = forward(sizes, c.bias() != null, new Finish(c.relu(), false, 0, 1));
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                slots.argument(DNNL_ARG_SRC, c.x()), weights(c.w(), made), slots.argument(DNNL_ARG_DST, c.y())));
        if (c.bias() != null) {
            arguments.add(slots.argument(DNNL_ARG_BIAS, c.bias()));
        }
        recorder.call("convolution", made.called(), arguments.toArray(Recorder.Argument[]::new));
    }

    /** The sum in the same pass over the output. */
    void sum(Instruction.ConvolveSum c) {
        List<Value> addends = new ArrayList<>(c.addends());
        boolean inPlace = addends.remove(c.y());
        Finish finish = new Finish(false, inPlace, addends.size(), c.scale());
        winograd(c.x(), c.w(), c.geometry())
                .ifPresentOrElse(calls -> calls.sum(c, addends, finish), () -> sumDirectly(c, addends, finish));
    }

    private void sumDirectly(Instruction.ConvolveSum c, List<Value> addends, Finish finish) {
        Sizes sizes = new Sizes(c.x().shape(), c.w().shape(), c.y().shape(), c.geometry());
        Made made = forward(sizes, false, finish);
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                slots.argument(DNNL_ARG_SRC, c.x()), weights(c.w(), made), slots.argument(DNNL_ARG_DST, c.y())));
        for (int i = 0; i < addends.size(); i++) {
            arguments.add(slots.argument(finish.addend(i), addends.get(i)));
        }
        recorder.call("convolution", made.called(), arguments.toArray(Recorder.Argument[]::new));
    }

    /** Filters lie behind one another. */
    void scaleFilters(Instruction.ScaleFilters s) {
        Slot from = slots.of(s.w());
        Slot scale = slots.of(s.scale());
        Slot to = slots.of(s.scaled());
        int filters = s.scale().size();
        int size = s.w().size() / filters;
        recorder.prepare(() -> {
            FloatBuffer in = memory(from);
            FloatBuffer factors = memory(scale);
            FloatBuffer out = memory(to);
            for (int o = 0; o < filters; o++) {
                for (int i = o * size; i < (o + 1) * size; i++) {
                    out.put(i, in.get(i) * factors.get(o));
                }
            }
        });
    }

    private static FloatBuffer memory(Slot slot) {
        return new FloatPointer(new Address(slot.address()))
                .limit(slot.bytes() / Float.BYTES)
                .asBuffer();
    }

    void adjoint(Instruction.ConvolveAdjoint c) {
        Value x = c.x();
        Value gx = c.gx();
        Value gw = c.gw();
        if (gx != null) {
            String kind = x == null ? "deconvolution" : "convolution, input gradient";
            winograd(gx, c.w(), c.geometry())
                    .ifPresentOrElse(
                            calls -> calls.inputGradient(kind, c.g(), c.w(), gx), () -> inputGradient(kind, c, gx));
        }
        if (x != null && gw != null) {
            winograd(x, gw, c.geometry())
                    .filter(calls -> c.gBias() == null)
                    .ifPresentOrElse(
                            calls -> calls.weightGradient(x, c.g(), gw, c.add()), () -> weightGradient(c, x, gw));
        }
    }

    private void inputGradient(String kind, Instruction.ConvolveAdjoint c, Value gx) {
        Made made = inputGradient(new Sizes(gx.shape(), c.w().shape(), c.g().shape(), c.geometry()));
        recorder.call(
                kind,
                made.called(),
                slots.argument(DNNL_ARG_DIFF_DST, c.g()),
                weights(c.w(), made),
                slots.argument(DNNL_ARG_DIFF_SRC, gx));
    }

    private void weightGradient(Instruction.ConvolveAdjoint c, Value x, Value gw) {
        Value gBias = c.gBias();
        Made made = weightGradient(new Sizes(x.shape(), c.w().shape(), c.g().shape(), c.geometry()), gBias != null);
        memory.desc plain = library.plain(gw.shape());
        boolean direct = !c.add() && plain.equals(made.weights());
        Slot target = direct ? slots.of(gw) : recorder.passing(made.weights().get_size());
        @Nullable
        Slot biasTarget =
                gBias == null ? null : c.add() ? recorder.passing((long) gBias.size() * Float.BYTES) : slots.of(gBias);
        List<Recorder.Argument> arguments = new ArrayList<>(List.of(
                slots.argument(DNNL_ARG_SRC, x),
                slots.argument(DNNL_ARG_DIFF_DST, c.g()),
                new Recorder.Argument(DNNL_ARG_DIFF_WEIGHTS, target, direct ? plain : made.weights())));
        if (gBias != null && biasTarget != null) {
            arguments.add(new Recorder.Argument(DNNL_ARG_DIFF_BIAS, biasTarget, library.plain(gBias.shape())));
        }
        recorder.call("convolution, weight gradient", made.called(), arguments.toArray(Recorder.Argument[]::new));
        if (!direct) {
            copies.copy(target, made.weights(), 0, slots.of(gw), plain, 0, c.add());
        }
        if (gBias != null && biasTarget != null && c.add()) {
            memory.desc vector = library.plain(gBias.shape());
            copies.copy(biasTarget, vector, 0, slots.of(gBias), vector, 0, true);
        }
    }
}
