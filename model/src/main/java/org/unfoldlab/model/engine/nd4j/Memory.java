package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.plan.Arena;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;

/*
 * Three stretches: the arena for what passes; one for what is kept; and, equally laid out, learned tensors, their
 * gradients and their velocities, those that decay first, so that an update is a handful of operations on whole
 * stretches. Everything is a view into one of these.
 */
/** All native memory of one plan. */
final class Memory implements AutoCloseable {
    /** Elements; 64 bytes in float32, a cache line and the widest vector. */
    private static final int ALIGNMENT = 16;

    private final Precision precision;
    private final Map<Integer, INDArray> views = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();
    private final List<List<INDArray>> scratch = new ArrayList<>();
    private final Map<String, Integer> offsets = new HashMap<>();
    private final List<INDArray> stretches = new ArrayList<>();
    private final INDArray learned;
    private final INDArray gradients;
    private final INDArray velocities;
    private final int decaying;

    /** A stretch and where in it a value lies. */
    private record Place(INDArray stretch, long offset) {}

    /**
     * @param scratch arrays that each instruction needs for itself, by its place in the schedule
     */
    Memory(Program program, Schedule schedule, List<List<List<Integer>>> scratch, Precision precision, boolean trains) {
        this.precision = precision;
        List<Parameter> parameters = new ArrayList<>(program.parameters().values());
        parameters.sort(Comparator.comparing(parameter -> !parameter.decays()));
        int size = 0;
        int decayingEnd = 0;
        for (Parameter parameter : parameters) {
            offsets.put(parameter.key(), size);
            size += parameter.size();
            decayingEnd = parameter.decays() ? size : decayingEnd;
        }
        decaying = decayingEnd;
        learned = zeros(size);
        gradients = zeros(trains ? size : 1);
        velocities = zeros(trains ? size : 1);
        placeKept(schedule);
        placePassing(schedule, scratch);
    }

    private INDArray zeros(long size) {
        INDArray stretch = Nd4j.createUninitialized(type(), Math.max(size, 1));
        Pointer.memset(stretch.data().pointer(), 0, Math.max(size, 1) * width());
        stretches.add(stretch);
        return stretch;
    }

    private DataType type() {
        return precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
    }

    private int width() {
        return precision == Precision.FLOAT ? Float.BYTES : Double.BYTES;
    }

    private void placeKept(Schedule schedule) {
        Map<Integer, Value> kept = new HashMap<>();
        List<Value> all = new ArrayList<>(List.of(schedule.stimulus()));
        all.addAll(schedule.logits().values());
        schedule.logitsGradient().ifPresent(all::add);
        all.addAll(schedule.states().values());
        schedule.norms().forEach(norm -> all.addAll(List.of(norm.first(), norm.second())));
        all.forEach(value -> kept.put(value.id(), value));
        List<Value> ordered = kept.values().stream()
                .filter(value -> value.place() instanceof Value.Place.Kept)
                .sorted(Comparator.comparingInt(Value::id))
                .toList();
        long size = 0;
        for (Value value : ordered) {
            size += rounded(value.size());
        }
        INDArray stretch = zeros(size);
        long offset = 0;
        for (Value value : ordered) {
            places.put(value.id(), new Place(stretch, offset));
            offset += rounded(value.size());
        }
    }

    private static long rounded(long size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private void placePassing(Schedule schedule, List<List<List<Integer>>> scratchShapes) {
        List<Arena.Request> requests = new ArrayList<>();
        Map<Integer, int[]> lives = new HashMap<>();
        Map<Integer, Value> passing = new HashMap<>();
        for (int at = 0; at < schedule.all().size(); at++) {
            Instruction instruction = schedule.all().get(at).instruction();
            for (Value value : instruction.touches()) {
                if (value.passing()) {
                    passing.put(value.id(), value);
                    int now = at;
                    lives.computeIfAbsent(value.id(), id -> new int[] {now, now})[1] = at;
                }
            }
        }
        List<Integer> ids = passing.keySet().stream().sorted().toList();
        for (int id : ids) {
            int[] life = Arrays.copyOf(lives.getOrDefault(id, new int[2]), 2);
            Value value = passing.get(id);
            requests.add(new Arena.Request(life[0], life[1], value == null ? 0 : value.size()));
        }
        for (int at = 0; at < scratchShapes.size(); at++) {
            for (List<Integer> shape : scratchShapes.get(at)) {
                requests.add(new Arena.Request(at, at, size(shape)));
            }
        }
        Arena.Layout layout = Arena.place(requests, ALIGNMENT);
        INDArray stretch = zeros(layout.size());
        int next = 0;
        for (int id : ids) {
            places.put(id, new Place(stretch, layout.offsets().get(next++)));
        }
        for (List<List<Integer>> shapes : scratchShapes) {
            List<INDArray> arrays = new ArrayList<>();
            for (List<Integer> shape : shapes) {
                arrays.add(view(stretch, layout.offsets().get(next++), shape));
            }
            scratch.add(arrays);
        }
    }

    private static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    private static INDArray view(INDArray stretch, long offset, List<Integer> shape) {
        long[] lengths = shape.stream().mapToLong(Integer::longValue).toArray();
        return Nd4j.create(stretch.data(), lengths, Nd4j.getStrides(lengths, 'c'), offset, 'c');
    }

    private Place placeOf(Value value) {
        Value.Place place = value.place();
        if (place instanceof Value.Place.Learned l) {
            return new Place(learned, offset(l.key()));
        }
        if (place instanceof Value.Place.Gradient g) {
            return new Place(gradients, offset(g.key()));
        }
        Place found = places.get(value.id());
        if (found == null) {
            throw new IllegalStateException("value " + value.id() + " has no place");
        }
        return found;
    }

    private int offset(String key) {
        Integer offset = offsets.get(key);
        if (offset == null) {
            throw new IllegalStateException("no learned tensor " + key);
        }
        return offset;
    }

    /** The array of a value. */
    INDArray array(Value value) {
        return views.computeIfAbsent(value.id(), id -> {
            Place place = placeOf(value);
            return view(place.stretch(), place.offset(), value.shape());
        });
    }

    /** The arrays that belong to one instruction alone. */
    List<INDArray> scratch(int instruction) {
        return scratch.get(instruction);
    }

    /** A value's memory, for a host's eyes. */
    Numbers numbers(Value value) {
        Place place = placeOf(value);
        return Numbers.at(place.stretch().data().pointer(), precision, place.offset(), value.size());
    }

    /** The memory of a learned tensor, of its gradient or of its velocity. */
    Numbers numbers(Parameter parameter, Kind kind) {
        INDArray stretch = kind == Kind.VALUE ? learned : kind == Kind.GRADIENT ? gradients : velocities;
        return Numbers.at(stretch.data().pointer(), precision, offset(parameter.key()), parameter.size());
    }

    /** What is kept of a learned tensor. */
    enum Kind {
        VALUE,
        GRADIENT,
        VELOCITY
    }

    INDArray learned() {
        return learned;
    }

    INDArray gradients() {
        return gradients;
    }

    INDArray velocities() {
        return velocities;
    }

    /** The first so many elements of the learned tensors decay. */
    int decaying() {
        return decaying;
    }

    Precision precision() {
        return precision;
    }

    long bytes() {
        return stretches.stream()
                .mapToLong(stretch -> stretch.length() * width())
                .sum();
    }

    @Override
    public void close() {
        views.clear();
        scratch.clear();
        stretches.forEach(INDArray::close);
        stretches.clear();
    }
}
