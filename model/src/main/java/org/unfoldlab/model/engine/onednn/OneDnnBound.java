package org.unfoldlab.model.engine.onednn;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.bytedeco.javacpp.FloatPointer;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.plan.Bound;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Numbers;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Scheduled;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.program.optimize.Pass;
import org.unfoldlab.model.result.HostArray;

/** A schedule bound to oneDNN, float32. */
public final class OneDnnBound implements Bound {
    private final Schedule schedule;
    private final Recorder recorder;
    private final Slots slots;
    private final Calls calls;
    private final int forward;
    private boolean stale = true;

    /**
     * @param passes what may be done to compute the same in less time
     * @param epsilon of the batch norms
     * @param addresses where a learned tensor or its gradient lies, row-major
     */
    public OneDnnBound(
            Schedule schedule, Mode mode, Set<Pass> passes, double epsilon, ToLongFunction<Value> addresses) {
        this.schedule = schedule;
        Library library = new Library();
        recorder = new Recorder(library);
        slots = new Slots(library, recorder, schedule, addresses);
        calls = new Calls(library, recorder, slots, mode, passes, epsilon);
        record(schedule.forward());
        forward = recorder.count();
        record(schedule.adjoint());
        keepPlaces();
        recorder.place();
    }

    private void record(List<Scheduled> all) {
        for (Scheduled scheduled : all) {
            recorder.begin(scheduled);
            calls.bind(scheduled.instruction());
        }
    }

    /** Also what no call touches must have an address: statistics of a program without norms, an unread gradient. */
    private void keepPlaces() {
        slots.of(schedule.stimulus());
        schedule.logits().values().forEach(slots::of);
        schedule.logitsGradient().ifPresent(slots::of);
        schedule.norms().forEach(norm -> {
            slots.of(norm.first());
            slots.of(norm.second());
        });
    }

    /** oneDNN's version and the instruction set it compiles for, in words. */
    public static String describe() {
        return "oneDNN " + Library.version() + ", instruction set 0x" + Integer.toHexString(Library.instructionSet());
    }

    @Override
    public void learnedTensorsChanged() {
        stale = true;
    }

    @Override
    public void prepare() {
        if (stale) {
            recorder.preparation().forEach(Runnable::run);
            stale = false;
        }
    }

    @Override
    public List<Step> forward() {
        return recorder.steps().subList(0, forward);
    }

    @Override
    public List<Step> adjoint() {
        return recorder.steps().subList(forward, recorder.steps().size());
    }

    private static FloatBuffer memory(Slot slot) {
        return new FloatPointer(new Address(slot.address()))
                .limit(slot.bytes() / Float.BYTES)
                .asBuffer();
    }

    @Override
    public void writeImages(HostArray images) {
        Value to = schedule.stimulus();
        float[] from = images.asFloats();
        int area = to.axis(2) * to.axis(3);
        memory(slots.of(to)).put(0, turned(from, to.axis(1), area));
    }

    /** Each image's rows × columns matrix transposed: channels first to channels last and, swapped, back. */
    private static float[] turned(float[] from, int rows, int columns) {
        float[] to = new float[from.length];
        int image = rows * columns;
        for (int start = 0; start < from.length; start += image) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    to[start + c * rows + r] = from[start + r * columns + c];
                }
            }
        }
        return to;
    }

    @Override
    public HostArray read(Value value, int images) {
        int channels = value.axis(1);
        int area = value.axis(2) * value.axis(3);
        float[] from = new float[images * channels * area];
        memory(slots.of(value)).get(0, from);
        return HostArray.ofFloats(
                new int[] {images, channels, value.axis(2), value.axis(3)}, turned(from, area, channels));
    }

    @Override
    public Numbers numbers(Value value) {
        return new Numbers.Floats(memory(slots.of(value)));
    }

    @Override
    public boolean finite(Value value) {
        FloatBuffer memory = memory(slots.of(value));
        float[] elements = new float[memory.capacity()];
        memory.get(0, elements);
        for (float element : elements) {
            if (!Float.isFinite(element)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long bytes() {
        return recorder.bytes();
    }

    @Override
    public void close() {
        recorder.close();
    }

    /** Turns instructions into calls. */
    private static final class Calls {
        private final ConvolutionCalls convolutions;
        private final NormCalls norms;
        private final PoolCalls pools;
        private final ElementCalls elements;

        Calls(Library library, Recorder recorder, Slots slots, Mode mode, Set<Pass> passes, double epsilon) {
            Copies copies = new Copies(library, recorder);
            Optional<WinogradCalls> winograd = (passes.contains(Pass.WINOGRAD)
                            ? Winograd.find(library)
                            : Optional.<Winograd>empty())
                    .map(found -> new WinogradCalls(library, recorder, slots, found));
            convolutions = new ConvolutionCalls(library, recorder, slots, copies, winograd, mode == Mode.TRAIN);
            norms = new NormCalls(library, recorder, slots, epsilon);
            pools = new PoolCalls(library, recorder, slots);
            elements = new ElementCalls(library, recorder, slots, copies);
        }

        void bind(Instruction instruction) {
            if (instruction instanceof Instruction.Convolve c) {
                convolutions.forward(c);
            } else if (instruction instanceof Instruction.ConvolveAdjoint c) {
                convolutions.adjoint(c);
            } else if (instruction instanceof Instruction.ConvolveSum c) {
                convolutions.sum(c);
            } else if (instruction instanceof Instruction.ScaleFilters s) {
                convolutions.scaleFilters(s);
            } else if (instruction instanceof Instruction.Normalize n) {
                norms.forward(n);
            } else if (instruction instanceof Instruction.NormalizeAdjoint n) {
                norms.adjoint(n);
            } else if (instruction instanceof Instruction.ScaleShift s) {
                norms.scaleShift(s);
            } else if (instruction instanceof Instruction.Sum s) {
                elements.sum(s);
            } else {
                bindRare(instruction);
            }
        }

        private void bindRare(Instruction instruction) {
            if (instruction instanceof Instruction.Relu r) {
                elements.relu(r);
            } else if (instruction instanceof Instruction.ReluAdjoint r) {
                elements.reluAdjoint(r);
            } else if (instruction instanceof Instruction.Zero z) {
                elements.zero(z);
            } else if (instruction instanceof Instruction.Stack s) {
                elements.stack(s);
            } else if (instruction instanceof Instruction.Unstack u) {
                elements.unstack(u);
            } else if (instruction instanceof Instruction.Pool p) {
                pools.pool(p);
            } else if (instruction instanceof Instruction.PoolAdjoint p) {
                pools.poolAdjoint(p);
            } else if (instruction instanceof Instruction.GlobalAverage a) {
                pools.globalAverage(a);
            } else if (instruction instanceof Instruction.GlobalAverageAdjoint a) {
                pools.globalAverageAdjoint(a);
            } else if (instruction instanceof Instruction.Connect c) {
                pools.connect(c);
            } else if (instruction instanceof Instruction.ConnectAdjoint c) {
                pools.connectAdjoint(c);
            } else {
                bindElements(instruction);
            }
        }

        private void bindElements(Instruction instruction) {
            if (instruction instanceof Instruction.Sigmoid s) {
                elements.sigmoid(s);
            } else if (instruction instanceof Instruction.SigmoidAdjoint s) {
                elements.sigmoidAdjoint(s);
            } else if (instruction instanceof Instruction.Mix m) {
                elements.mix(m);
            } else if (instruction instanceof Instruction.MixAdjoint m) {
                elements.mixAdjoint(m);
            } else if (instruction instanceof Instruction.Pad p) {
                elements.pad(p);
            } else if (instruction instanceof Instruction.PadAdjoint p) {
                elements.padAdjoint(p);
            } else if (instruction instanceof Instruction.Slice s) {
                elements.slice(s);
            } else if (instruction instanceof Instruction.SliceAdjoint s) {
                elements.sliceAdjoint(s);
            } else {
                throw new IllegalStateException("no calls for " + instruction);
            }
        }
    }
}
