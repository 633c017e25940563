package org.unfoldlab.model.engine.libtorch;

import java.util.IdentityHashMap;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.onednn.DirectNorms;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/*
 * For a batch norm with its ReLU, forward and back, LibTorch reads arrays ten times and writes four times; oneDNN reads
 * seven times and writes twice, since it remembers where the ReLU let pass in a bit an element.
 */
/**
 * Batch normalisation by oneDNN over LibTorch's memory, float32 on the processor. The value that the schedule calls
 * variance holds the variance.
 */
final class DirectNormKernels implements NormBinding {
    private final Slots slots;
    private final Space space;
    private final DirectNorms norms;
    private final Tensor zeros;
    private final Tensor ones;
    private final IdentityHashMap<Instruction.Normalize, Tensor> passed = new IdentityHashMap<>();

    /** @param zeros as many as the widest norm has channels; so are {@code ones} */
    DirectNormKernels(Slots slots, Space space, DirectNorms norms, Tensor zeros, Tensor ones) {
        this.slots = slots;
        this.space = space;
        this.norms = norms;
        this.zeros = zeros;
        this.ones = ones;
    }

    /** Whether it computes norms of so many channels. */
    boolean serves(int channels) {
        return norms.serves(Lanes.filled(channels));
    }

    @Override
    public Kernel normalize(Instruction.Normalize n) {
        return () -> {
            Tensor x = space.channelsLast(slots.get(n.x()));
            Tensor y = torch.empty_like(x);
            DirectNorms.Form form = form(n, x);
            norms.forward(form, norm(n, x, y, remembered(n, norms.passedBytes(form))));
            slots.put(n.y(), y);
        };
    }

    private static DirectNorms.Form form(Instruction.Normalize n, Tensor x) {
        return new DirectNorms.Form(shape(x), n.gamma() != null, n.relu());
    }

    private static List<Integer> shape(Tensor x) {
        return List.of((int) x.size(0), (int) x.size(1), (int) x.size(2), (int) x.size(3));
    }

    private DirectNorms.Norm norm(Instruction.Normalize n, Tensor x, @Nullable Tensor y, @Nullable Tensor passed) {
        return new DirectNorms.Norm(
                address(x),
                address(y),
                address(n.mean()),
                address(n.variance()),
                address(n.gamma()),
                address(n.beta()),
                address(passed));
    }

    private long address(@Nullable Value value) {
        return value == null ? 0 : address(slots.get(value));
    }

    private static long address(@Nullable Tensor tensor) {
        return tensor == null ? 0 : tensor.data_ptr().address();
    }

    /** Room for what the adjoint must know of the ReLU. */
    private @Nullable Tensor remembered(Instruction.Normalize n, long bytes) {
        if (bytes == 0) {
            return null;
        }
        Tensor room = space.bytes(bytes).retainReference();
        Tensor old = passed.put(n, room);
        if (old != null) {
            old.close();
        }
        return room;
    }

    @Override
    public Kernel adjoint(Instruction.NormalizeAdjoint a) {
        Instruction.Normalize n = a.of();
        boolean overwrites = a.g().equals(a.gx());
        return () -> {
            Tensor x = space.channelsLast(slots.get(n.x()));
            Tensor g = space.channelsLast(slots.get(a.g()));
            Tensor gx = overwrites ? g : torch.empty_like(x);
            Tensor gGamma = vector(a.gGamma());
            Tensor gBeta = vector(a.gBeta());
            Tensor where = passed.remove(n);
            norms.adjoint(
                    form(n, x),
                    norm(n, x, null, where),
                    new DirectNorms.Gradients(address(g), address(gx), address(gGamma), address(gBeta)));
            if (where != null) {
                where.close();
            }
            put(a.gx(), gx);
            put(a.gGamma(), gGamma);
            put(a.gBeta(), gBeta);
        };
    }

    private @Nullable Tensor vector(@Nullable Value value) {
        if (value == null) {
            return null;
        }
        return slots.isFixed(value) ? slots.get(value) : space.zeros(Lanes.filled(value.size()));
    }

    private void put(@Nullable Value value, @Nullable Tensor tensor) {
        if (value != null && tensor != null && !slots.isFixed(value)) {
            slots.put(value, tensor);
        }
    }

    @Override
    public Kernel scaleShift(Instruction.ScaleShift s) {
        return () -> {
            Tensor x = space.channelsLast(slots.get(s.x()));
            Tensor y = s.x().equals(s.y()) ? x : torch.empty_like(x);
            norms.scaleShift(
                    shape(x),
                    s.relu(),
                    address(x),
                    address(y),
                    address(s.scale()),
                    address(s.shift()),
                    address(zeros),
                    address(ones));
            slots.put(s.y(), y);
        };
    }

    @Override
    public void close() {
        passed.values().forEach(tensor -> tensor.close());
        passed.clear();
    }
}
