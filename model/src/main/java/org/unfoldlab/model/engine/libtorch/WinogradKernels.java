package org.unfoldlab.model.engine.libtorch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.onednn.DirectConvolutions;
import org.unfoldlab.model.engine.onednn.WinogradForm;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/** 3 × 3 convolutions with half the products, by oneDNN over LibTorch's memory, float32 on the processor. */
final class WinogradKernels implements AutoCloseable {
    private final Slots slots;
    private final Space space;
    private final DirectConvolutions convolutions;
    private final IntSupplier changes;
    private final Map<Wanted, Parts> prepared = new HashMap<>();
    private @Nullable Tensor scratch;

    /** @param changes how often weights or statistics have been changed */
    WinogradKernels(Slots slots, Space space, DirectConvolutions convolutions, IntSupplier changes) {
        this.slots = slots;
        this.space = space;
        this.convolutions = convolutions;
        this.changes = changes;
    }

    /** Filters for images of some size. */
    private record Wanted(int filters, WinogradForm form, boolean back) {}

    /** Parts of filters, and after how many changes they were computed. */
    private record Parts(Tensor tensor, int changes) {}

    private static List<Integer> filled(Value value) {
        return List.of(value.axis(0), Lanes.filled(value.axis(1)), value.axis(2), value.axis(3));
    }

    private static List<Integer> filledFilters(Value w) {
        return List.of(Lanes.filled(w.axis(0)), Lanes.filled(w.axis(1)), w.axis(2), w.axis(3));
    }

    static boolean serves(Value x, Value w, Instruction.Geometry geometry) {
        return WinogradForm.serves(filled(x), filledFilters(w), geometry);
    }

    /** A smaller batch, the last of a set, has a form of its own. */
    private WinogradForm form(Value x, Value w) {
        return WinogradForm.of(filled(x), filledFilters(w)).withImages(slots.images());
    }

    private Tensor images(Value of) {
        return space.images(slots.images(), Lanes.filled(of.axis(1)), of.axis(2), of.axis(3));
    }

    /** One stretch for all, as long as any of them needs: so much, asked for anew each time, would tear the heap. */
    private long scratch(long bytes) {
        Tensor now = scratch;
        if (now == null || now.nbytes() < bytes) {
            if (now != null) {
                now.close();
            }
            now = space.bytes(bytes).retainReference();
            scratch = now;
        }
        return address(now);
    }

    private static long address(Tensor tensor) {
        return tensor.data_ptr().address();
    }

    private long address(@Nullable Value value) {
        return value == null ? 0 : address(slots.get(value));
    }

    /** Where images lie, channels innermost. */
    private long imagesAt(Value value) {
        return address(space.channelsLast(slots.get(value)));
    }

    private long parts(Value w, WinogradForm form, boolean back) {
        Wanted wanted = new Wanted(w.id(), form, back);
        Parts found = prepared.get(wanted);
        if (found != null && found.changes() == changes.getAsInt()) {
            return address(found.tensor());
        }
        Tensor tensor = found == null
                ? space.bytes(convolutions.filterBytes(form, back)).retainReference()
                : found.tensor();
        convolutions.filters(form, back, imagesAt(w), address(tensor), this::scratch);
        prepared.put(wanted, new Parts(tensor, changes.getAsInt()));
        return address(tensor);
    }

    Kernel convolve(Instruction.Convolve c) {
        return () -> {
            WinogradForm form = form(c.x(), c.w());
            Tensor y = images(c.y());
            long parts = parts(c.w(), form, false);
            convolutions.forward(form, c.relu(), imagesAt(c.x()), parts, address(c.bias()), address(y), this::scratch);
            slots.put(c.y(), y);
        };
    }

    /** sum ← sum + w ∗ x. */
    Kernel addTo(Value sum, Value x, Value w) {
        return () -> {
            WinogradForm form = form(x, w);
            Tensor y = space.channelsLast(slots.get(sum));
            convolutions.addTo(form, imagesAt(x), parts(w, form, false), address(y), this::scratch);
            slots.put(sum, y);
        };
    }

    Kernel inputGradient(Value g, Value w, Value gx) {
        return () -> {
            WinogradForm form = form(gx, w);
            Tensor y = images(gx);
            convolutions.inputGradient(form, imagesAt(g), parts(w, form, true), address(y), this::scratch);
            slots.put(gx, y);
        };
    }

    Kernel weightGradient(Value x, Value g, Value gw, boolean add) {
        return () -> {
            WinogradForm form = form(x, gw);
            boolean there = slots.isFixed(gw);
            Tensor w = there ? slots.get(gw) : space.images(form.outputs(), form.inputs(), 3, 3);
            convolutions.weightGradient(form, there && add, imagesAt(x), imagesAt(g), address(w), this::scratch);
            if (!there && add) {
                slots.get(gw).add_(w);
            } else if (!there) {
                slots.put(gw, w);
            }
        };
    }

    @Override
    public void close() {
        prepared.values().forEach(parts -> parts.tensor().close());
        prepared.clear();
        if (scratch != null) {
            scratch.close();
            scratch = null;
        }
    }
}
