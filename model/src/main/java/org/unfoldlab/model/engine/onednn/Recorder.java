package org.unfoldlab.model.engine.onednn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
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
    private final Map<View, memory> memories = new HashMap<>();

    private @Nullable Scheduled now;
    private @Nullable Pointer block;
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
        return new Call(called, arguments);
    }

    /** A primitive and its arguments; memory objects, thousands of them, are made when it first runs. */
    private final class Call implements Runnable {
        private final primitive called;
        private Argument[] arguments;
        private @Nullable IntMemoryMap map;

        Call(primitive called, Argument... arguments) {
            this.called = called;
            this.arguments = arguments;
        }

        @Override
        public void run() {
            IntMemoryMap given = map;
            if (given == null) {
                given = new IntMemoryMap();
                for (Argument argument : arguments) {
                    given.put(argument.name(), memories.computeIfAbsent(View.of(argument), Recorder.this::memoryAt));
                }
                map = given;
                arguments = new Argument[0];
            }
            called.execute(library.stream(), given);
        }
    }

    /** Bytes at an address, read in one way; descriptions are interned by the library, and equal by their address. */
    private record View(long address, memory.desc layout) {
        static View of(Argument argument) {
            return new View(argument.slot().address() + argument.offset(), argument.description());
        }
    }

    private memory memoryAt(View view) {
        return new memory(view.layout(), library.engine(), new Address(view.address()));
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
        Pointer made = zeroed(size + ALIGNMENT);
        block = made;
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
    }

    /** The system gives zeroed pages when they are first touched: filling them here would double a plan's time. */
    private static Pointer zeroed(long bytes) {
        long most = Pointer.maxPhysicalBytes();
        boolean fits = most <= 0 || Pointer.physicalBytes() + bytes <= most;
        Pointer made = fits ? Pointer.calloc(bytes, 1) : null;
        if (made == null || made.isNull()) {
            throw new OutOfMemoryError("no room for " + bytes + " bytes");
        }
        return made;
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
            Pointer.free(block);
            block = null;
        }
    }
}
