package org.unfoldlab.model.engine.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Scheduled;
import org.unfoldlab.model.engine.plan.Value;

/*
 * LibTorch's convolutions make their own outputs, so a value has no address of its own: it holds whatever tensor was
 * last put there, and lets go of it after the last instruction that touches it. Tensors are counted by JavaCPP: made in
 * a PointerScope with one reference, kept here with a second, freed when both are gone; nothing waits for the garbage
 * collector.
 */
/** The tensors of one plan, by value. */
final class Slots implements AutoCloseable {
    private final @Nullable Tensor[] held;
    private final boolean[] fixed;
    private final List<List<Value>> dying;
    private int images;

    Slots(Schedule schedule, int batch) {
        held = new Tensor[schedule.values()];
        fixed = new boolean[schedule.values()];
        dying = dying(schedule);
        images = batch;
    }

    /** The passing values that no instruction touches any more, by index of instruction. */
    private static List<List<Value>> dying(Schedule schedule) {
        List<Scheduled> all = schedule.all();
        List<List<Value>> dying = new ArrayList<>();
        boolean[] later = new boolean[schedule.values()];
        for (int i = all.size() - 1; i >= 0; i--) {
            List<Value> last = new ArrayList<>();
            for (Value value : all.get(i).instruction().touches()) {
                if (value.passing() && !later[value.id()]) {
                    last.add(value);
                }
                later[value.id()] = true;
            }
            dying.add(0, List.copyOf(last));
        }
        return dying;
    }

    /** Images in this run; may be fewer than the plan's batch. */
    int images() {
        return images;
    }

    void expect(int count) {
        images = count;
    }

    /** A value that always is this tensor, which someone else owns; what is put there is copied into it. */
    void fix(Value value, Tensor tensor) {
        held[value.id()] = tensor;
        fixed[value.id()] = true;
    }

    boolean isFixed(Value value) {
        return fixed[value.id()];
    }

    Tensor get(Value value) {
        Tensor tensor = held[value.id()];
        if (tensor == null) {
            throw new IllegalStateException("value " + value.id() + " is read before it is computed");
        }
        return tensor;
    }

    /** Keeps a tensor as a value. */
    @SuppressWarnings("ReferenceEquality") // the very tensor that is held must not be closed
    void put(Value value, Tensor tensor) {
        Tensor old = held[value.id()];
        if (fixed[value.id()]) {
            get(value).copy_(tensor);
        } else if (old != tensor) {
            tensor.retainReference();
            held[value.id()] = tensor;
            if (old != null) {
                old.close();
            }
        }
    }

    /** Lets go of what nobody needs after an instruction. */
    void after(int instruction) {
        List<Value> last = dying.get(instruction);
        for (int i = 0; i < last.size(); i++) {
            drop(last.get(i).id());
        }
    }

    private void drop(int id) {
        Tensor tensor = held[id];
        if (tensor != null && !fixed[id]) {
            held[id] = null;
            tensor.close();
        }
    }

    @Override
    public void close() {
        for (int id = 0; id < held.length; id++) {
            drop(id);
        }
    }
}
