package org.unfoldlab.model.engine.onednn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.plan.Arena;
import org.unfoldlab.model.engine.plan.Bound;
import org.unfoldlab.model.engine.plan.Scheduled;

/*
 * Calls are recorded first, in order, over slots without addresses; place() then gives every slot its address by
 * lifetime and tells each memory object. Preparing calls (weights into the layouts that primitives want) run only when
 * learned tensors have changed; what they write lasts.
 */
/** Records the calls of a plan and lays out their memory. */
final class Recorder implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    private final Library library;
    private final List<Runnable> preparation = new ArrayList<>();
    private final List<Bound.Step> steps = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    /** Memory objects by slot, description (interned by the library) and offset. */
    private final IdentityHashMap<Slot, IdentityHashMap<memory.desc, Map<Long, memory>>> memories =
            new IdentityHashMap<>();

    private @Nullable Scheduled now;
    private @Nullable BytePointer block;
    private long size;

    /**
     * An argument of a primitive.
     *
     * @param name oneDNN's number for it
     * @param offset bytes into the slot
     */
    record Argument(int name, Slot slot, memory.desc description, long offset) {
        Argument(int name, Slot slot, memory.desc description) {
            this(name, slot, description, 0);
        }
    }

    Recorder(Library library) {
        this.library = library;
    }

    Slot passing(long bytes) {
        return added(Slot.passing(bytes));
    }

    Slot lasting(long bytes) {
        return added(Slot.lasting(bytes));
    }

    private Slot added(Slot slot) {
        slots.add(slot);
        return slot;
    }

    /** Calls from here on belong to this instruction. */
    void begin(Scheduled scheduled) {
        now = scheduled;
    }

    /** Records a call for each run. */
    void call(String kind, primitive called, Argument... arguments) {
        for (Argument argument : arguments) {
            argument.slot().touch(steps.size());
        }
        add(kind, runnable(called, arguments));
    }

    /** Records something that the host does in each run. */
    void host(String kind, Runnable work, Slot... touched) {
        for (Slot slot : touched) {
            slot.touch(steps.size());
        }
        add(kind, work);
    }

    private void add(String kind, Runnable work) {
        if (now == null) {
            throw new IllegalStateException("a call without an instruction");
        }
        steps.add(new Bound.Step(work, kind, now));
    }

    /** Records a call for when learned tensors have changed; its slots must last. */
    void prepare(primitive called, Argument... arguments) {
        preparation.add(runnable(called, arguments));
    }

    void prepare(Runnable work) {
        preparation.add(work);
    }

    private Runnable runnable(primitive called, Argument... arguments) {
        IntMemoryMap map = new IntMemoryMap();
        for (Argument argument : arguments) {
            map.put(argument.name(), memoryOf(argument));
        }
        return () -> called.execute(library.stream(), map);
    }

    private memory memoryOf(Argument argument) {
        return memories.computeIfAbsent(argument.slot(), slot -> new IdentityHashMap<>())
                .computeIfAbsent(argument.description(), description -> new HashMap<>())
                .computeIfAbsent(
                        argument.offset(),
                        offset -> new memory(argument.description(), library.engine(), (Pointer) null));
    }

    /** How many calls there are so far. */
    int count() {
        return steps.size();
    }

    List<Bound.Step> steps() {
        return steps;
    }

    List<Runnable> preparation() {
        return preparation;
    }

    /** Gives every slot its address, all bytes zero. */
    void place() {
        List<Slot> passing = new ArrayList<>();
        long lasting = 0;
        for (Slot slot : slots) {
            if (slot.isLasting()) {
                lasting += rounded(slot.bytes());
            } else {
                passing.add(slot);
            }
        }
        Arena.Layout layout = Arena.place(passing.stream().map(Slot::request).toList(), ALIGNMENT);
        size = lasting + layout.size();
        BytePointer made = new BytePointer(size + ALIGNMENT);
        block = made;
        Pointer.memset(made, 0, size + ALIGNMENT);
        long base = rounded(made.address());
        for (int i = 0; i < passing.size(); i++) {
            passing.get(i).place(base + layout.offsets().get(i));
        }
        long next = base + layout.size();
        for (Slot slot : slots) {
            if (slot.isLasting()) {
                slot.place(next);
                next += rounded(slot.bytes());
            }
        }
        memories.forEach((slot, layouts) -> layouts.values()
                .forEach(views ->
                        views.forEach((offset, view) -> view.set_data_handle(new Address(slot.address() + offset)))));
    }

    private static long rounded(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    long bytes() {
        return size;
    }

    @Override
    public void close() {
        steps.clear();
        preparation.clear();
        memories.clear();
        if (block != null) {
            block.close();
        }
    }
}
