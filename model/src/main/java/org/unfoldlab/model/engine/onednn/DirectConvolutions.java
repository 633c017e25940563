package org.unfoldlab.model.engine.onednn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.unfoldlab.model.engine.onednn.Work.Stretch;

/**
 * 3 × 3 convolutions with half the products ({@link WinogradForm#serves}), float32, N×C×H×W and filters [out, in, 3, 3],
 * both with the channels innermost in memory. Addresses are those of the first byte. A call asks once for scratch: a
 * number of bytes, answered by an address. For one thread at a time.
 */
public final class DirectConvolutions {
    private final DirectLibrary direct;
    private final Winograd winograd;
    private final Map<List<Object>, Laid> made = new HashMap<>();

    private DirectConvolutions(DirectLibrary direct, Winograd winograd) {
        this.direct = direct;
        this.winograd = winograd;
    }

    /** Empty where they would gain nothing. */
    public static Optional<DirectConvolutions> find(DirectLibrary direct) {
        return direct.lasting(() -> Winograd.find(direct.library()))
                .map(found -> new DirectConvolutions(direct, found));
    }

    /** Bytes of filters' parts, from which is computed: forward, or back for {@link #inputGradient}. */
    public long filterBytes(WinogradForm form, boolean back) {
        return direct.lasting(() -> winograd.filterBytes(form, back));
    }

    /** parts by w. */
    public void filters(WinogradForm form, boolean back, long w, long parts, LongUnaryOperator scratch) {
        Map<Stretch, Long> at = Map.of(Stretch.SOURCE, w, Stretch.RESULT, parts);
        run(() -> winograd.filters(form, back, true), at, scratch, "filters", form, back);
    }

    /**
     * y = w ∗ x + bias, then max(0, y).
     *
     * @param bias 0 for none
     */
    public void forward(
            WinogradForm form, boolean relu, long x, long parts, long bias, long y, LongUnaryOperator scratch) {
        Map<Stretch, Long> at = Map.of(Stretch.SOURCE, x, Stretch.OTHER, parts, Stretch.BIAS, bias, Stretch.RESULT, y);
        Finish finish = new Finish(relu, false, 0, 1);
        run(() -> winograd.forward(form, bias != 0, finish), at, scratch, "forward", form, bias != 0, relu);
    }

    /** sum ← sum + w ∗ x. */
    public void addTo(WinogradForm form, long x, long parts, long sum, LongUnaryOperator scratch) {
        Map<Stretch, Long> at = Map.of(Stretch.SOURCE, x, Stretch.OTHER, parts, Stretch.RESULT, sum);
        Finish finish = new Finish(false, true, 0, 1);
        run(() -> winograd.forward(form, false, finish), at, scratch, "add", form);
    }

    /** The gradient with respect to x, from that with respect to y. */
    public void inputGradient(WinogradForm form, long g, long parts, long gx, LongUnaryOperator scratch) {
        Map<Stretch, Long> at = Map.of(Stretch.SOURCE, g, Stretch.OTHER, parts, Stretch.RESULT, gx);
        run(() -> winograd.inputGradient(form), at, scratch, "input gradient", form);
    }

    /** The gradient with respect to w, added to what is there or not. */
    public void weightGradient(WinogradForm form, boolean add, long x, long g, long gw, LongUnaryOperator scratch) {
        Map<Stretch, Long> at = Map.of(Stretch.SOURCE, x, Stretch.OTHER, g, Stretch.RESULT, gw);
        run(() -> winograd.weightGradient(form, true, add), at, scratch, "weight gradient", form, add);
    }

    private void run(Supplier<Work> work, Map<Stretch, Long> at, LongUnaryOperator scratch, Object... key) {
        List<Object> whole = List.of(key);
        Laid laid = made.get(whole);
        if (laid == null) {
            laid = direct.lasting(() -> new Laid(direct.library(), work.get()));
            made.put(whole, laid);
        }
        laid.run(at, scratch);
    }

    /** Work whose calls are told addresses before each run. */
    private static final class Laid {
        private final Work work;
        private final List<DirectCall> calls = new ArrayList<>();
        private final long bytes;

        Laid(Library library, Work work) {
            this.work = work;
            bytes = work.scratch().values().stream().mapToLong(Laid::rounded).sum();
            for (Work.Step step : work.steps()) {
                DirectCall call = new DirectCall(library, step.called());
                step.arguments().forEach(argument -> call.add(argument.layout(), argument.name()));
                calls.add(call);
            }
        }

        void run(Map<Stretch, Long> at, LongUnaryOperator scratch) {
            Map<Stretch, Long> bases = new EnumMap<>(at);
            bases.put(Stretch.MATRIX, 0L);
            long next = scratch.applyAsLong(bytes);
            for (Map.Entry<Stretch, Long> stretch : work.scratch().entrySet()) {
                bases.put(stretch.getKey(), next);
                next += rounded(stretch.getValue());
            }
            for (int i = 0; i < calls.size(); i++) {
                DirectCall call = calls.get(i);
                for (Work.Argument argument : work.steps().get(i).arguments()) {
                    call.lay(argument.name(), base(bases, argument.stretch()) + argument.offset());
                }
                call.run();
            }
        }

        /** Every stretch begins where a cache line does. */
        private static long rounded(long bytes) {
            return (bytes + 63) / 64 * 64;
        }

        private static long base(Map<Stretch, Long> bases, Stretch stretch) {
            Long base = bases.get(stretch);
            if (base == null) {
                throw new IllegalArgumentException("nobody said where " + stretch + " lies");
            }
            return base;
        }
    }
}
