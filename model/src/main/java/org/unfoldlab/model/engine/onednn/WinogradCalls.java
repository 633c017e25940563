package org.unfoldlab.model.engine.onednn;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unfoldlab.model.engine.onednn.Work.Stretch;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/** Convolutions with half the products, recorded; the parts of filters are computed once per change of the weights. */
final class WinogradCalls {
    private final Library library;
    private final Recorder recorder;
    private final Slots slots;
    private final Winograd winograd;
    private final Map<Prepared, Slot> prepared = new HashMap<>();

    WinogradCalls(Library library, Recorder recorder, Slots slots, Winograd winograd) {
        this.library = library;
        this.recorder = recorder;
        this.slots = slots;
        this.winograd = winograd;
    }

    /** Filters for images of some size. */
    private record Prepared(int filters, WinogradForm form, boolean back) {}

    void forward(Instruction.Convolve c) {
        WinogradForm form = WinogradForm.of(c.x().shape(), c.w().shape());
        Map<Stretch, Slot> at = at(c.x(), parts(c.w(), form, false), c.y());
        Value bias = c.bias();
        if (bias != null) {
            at.put(Stretch.BIAS, slots.of(bias));
        }
        Finish finish = new Finish(c.relu(), false, 0, 1);
        record("convolution", winograd.forward(form, bias != null, finish), at, List.of());
    }

    void sum(Instruction.ConvolveSum c, List<Value> addends, Finish finish) {
        WinogradForm form = WinogradForm.of(c.x().shape(), c.w().shape());
        Map<Stretch, Slot> at = at(c.x(), parts(c.w(), form, false), c.y());
        List<Slot> added = addends.stream().map(slots::of).toList();
        record("convolution", winograd.forward(form, false, finish), at, added);
    }

    void inputGradient(String kind, Value g, Value w, Value gx) {
        WinogradForm form = WinogradForm.of(gx.shape(), w.shape());
        record(kind, winograd.inputGradient(form), at(g, parts(w, form, true), gx), List.of());
    }

    void weightGradient(Value x, Value g, Value gw, boolean add) {
        WinogradForm form = WinogradForm.of(x.shape(), gw.shape());
        Work work = winograd.weightGradient(form, false, add);
        record("convolution, weight gradient", work, at(x, slots.of(g), gw), List.of());
    }

    private Map<Stretch, Slot> at(Value source, Slot other, Value result) {
        Map<Stretch, Slot> at = new EnumMap<>(Stretch.class);
        at.put(Stretch.SOURCE, slots.of(source));
        at.put(Stretch.OTHER, other);
        at.put(Stretch.RESULT, slots.of(result));
        return at;
    }

    private Slot parts(Value w, WinogradForm form, boolean back) {
        return prepared.computeIfAbsent(new Prepared(w.id(), form, back), key -> {
            Slot parts = recorder.lasting(winograd.filterBytes(form, back));
            Work work = winograd.filters(form, back, false);
            Places places = new Places(work, this::lastingScratch);
            places.at.put(Stretch.SOURCE, slots.of(w));
            places.at.put(Stretch.RESULT, parts);
            work.steps().forEach(step -> recorder.prepare(step.called(), places.arguments(step, List.of())));
            return parts;
        });
    }

    /** Preparations follow one another and may use the same scratch. */
    private Slot lastingScratch(Stretch stretch, long bytes) {
        return library.once(Slot.class, () -> recorder.lasting(bytes), stretch, bytes);
    }

    private void record(String kind, Work work, Map<Stretch, Slot> at, List<Slot> addends) {
        Places places = new Places(work, (stretch, bytes) -> recorder.passing(bytes));
        places.at.putAll(at);
        work.steps().forEach(step -> recorder.call(kind, step.called(), places.arguments(step, addends)));
    }

    private interface Scratch {
        Slot of(Stretch stretch, long bytes);
    }

    /** Where stretches lie. */
    private static final class Places {
        final Map<Stretch, Slot> at = new EnumMap<>(Stretch.class);

        Places(Work work, Scratch scratch) {
            at.put(Stretch.MATRIX, Slot.at(0, 0));
            work.scratch().forEach((stretch, bytes) -> at.put(stretch, scratch.of(stretch, bytes)));
        }

        Recorder.Argument[] arguments(Work.Step step, List<Slot> addends) {
            return step.arguments().stream()
                    .map(argument -> new Recorder.Argument(
                            argument.name(), place(argument, addends), argument.layout(), argument.offset()))
                    .toArray(Recorder.Argument[]::new);
        }

        private Slot place(Work.Argument argument, List<Slot> addends) {
            Slot slot =
                    argument.stretch() == Stretch.ADDEND ? addends.get(argument.index()) : at.get(argument.stretch());
            if (slot == null) {
                throw new IllegalStateException("nobody said where " + argument.stretch() + " lies");
            }
            return slot;
        }
    }
}
