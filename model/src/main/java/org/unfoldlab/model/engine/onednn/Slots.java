package org.unfoldlab.model.engine.onednn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Scheduled;
import org.unfoldlab.model.engine.plan.Value;

/** Slots and layouts of a schedule's values: channels-last for what flows, row-major for weights and vectors. */
final class Slots {
    private final Library library;
    private final Recorder recorder;
    private final ToLongFunction<Value> addresses;
    private final Map<Integer, Slot> slots = new HashMap<>();
    private final Set<Integer> weights = new HashSet<>();

    /**
     * @param addresses where a learned tensor or its gradient lies
     */
    Slots(Library library, Recorder recorder, Schedule schedule, ToLongFunction<Value> addresses) {
        this.library = library;
        this.recorder = recorder;
        this.addresses = addresses;
        for (Scheduled scheduled : schedule.all()) {
            Instruction instruction = scheduled.instruction();
            if (instruction instanceof Instruction.Stack stack) {
                weights.add(stack.whole().id());
            } else if (instruction instanceof Instruction.Unstack unstack) {
                weights.add(unstack.whole().id());
            } else if (instruction instanceof Instruction.ScaleFilters scale) {
                weights.add(scale.scaled().id());
            }
        }
    }

    Slot of(Value value) {
        return slots.computeIfAbsent(value.id(), id -> {
            long bytes = (long) value.size() * Float.BYTES;
            Value.Place place = value.place();
            if (place instanceof Value.Place.Learned || place instanceof Value.Place.Gradient) {
                return Slot.at(addresses.applyAsLong(value), bytes);
            }
            // Stacked and scaled weights are filled when learned tensors change, not in each run.
            boolean lasts = place instanceof Value.Place.Kept || isWeight(value);
            return lasts ? recorder.lasting(bytes) : recorder.passing(bytes);
        });
    }

    private boolean isWeight(Value value) {
        return weights.contains(value.id());
    }

    /** True for what flows between nodes. */
    boolean flows(Value value) {
        boolean learned = value.place() instanceof Value.Place.Learned || value.place() instanceof Value.Place.Gradient;
        return value.shape().size() == 4 && !learned && !isWeight(value);
    }

    memory.desc description(Value value) {
        return flows(value) ? library.channelsLast(value.shape()) : library.plain(value.shape());
    }

    Recorder.Argument argument(int name, Value value) {
        return new Recorder.Argument(name, of(value), description(value));
    }

    /** An array of one number. */
    Recorder.Argument constant(int name, int length, float value) {
        Slot slot = library.once(
                Slot.class,
                () -> {
                    Slot made = recorder.lasting((long) length * Float.BYTES);
                    recorder.prepare(() -> {
                        FloatPointer numbers = new FloatPointer(new Address(made.address()));
                        for (int i = 0; i < length; i++) {
                            numbers.put(i, value);
                        }
                    });
                    return made;
                },
                "constant",
                length,
                value);
        return new Recorder.Argument(name, slot, library.plain(List.of(length)));
    }
}
