package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.plan.Arena;
import org.unfoldlab.model.engine.plan.Numbers;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Value;

/** One stretch for what passes, one for what is kept; every array is a view into one of these or of what is learned. */
final class Memory implements AutoCloseable {
    /** Elements; 64 bytes in float32, a cache line and the widest vector. */
    private static final int ALIGNMENT = 16;

    private final Precision precision;
    private final Map<Integer, INDArray> views = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();
    private final List<List<INDArray>> scratch = new ArrayList<>();
    private final List<INDArray> stretches = new ArrayList<>();
    private final LearnedTensors learned;

    /** A stretch and where in it a value lies. */
    private record Place(INDArray stretch, long offset) {}

    /**
     * @param scratch arrays that each instruction needs for itself, by its place in the schedule
     */
    Memory(Schedule schedule, List<List<List<Integer>>> scratch, LearnedTensors learned, Precision precision) {
        this.precision = precision;
        this.learned = learned;
        placeKept(schedule);
        placePassing(schedule, scratch);
    }

    private INDArray zeros(long size) {
        INDArray stretch = Stretches.zeros(size, precision);
        stretches.add(stretch);
        return stretch;
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
        Map<Integer, Arena.Request> lives = new TreeMap<>();
        for (int at = 0; at < schedule.all().size(); at++) {
            for (Value value : schedule.all().get(at).instruction().touches()) {
                if (value.passing()) {
                    Arena.Request now = new Arena.Request(at, at, value.size());
                    lives.merge(value.id(), now, Arena.Request::until);
                }
            }
        }
        List<Integer> ids = List.copyOf(lives.keySet());
        requests.addAll(lives.values());
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
            return new Place(learned.stretch(LearnedTensors.Kind.VALUE), learned.offset(l.key()));
        }
        if (place instanceof Value.Place.Gradient g) {
            return new Place(learned.stretch(LearnedTensors.Kind.GRADIENT), learned.offset(g.key()));
        }
        Place found = places.get(value.id());
        if (found == null) {
            throw new IllegalStateException("value " + value.id() + " has no place");
        }
        return found;
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
        return Stretches.numbers(place.stretch(), precision, place.offset(), value.size());
    }

    Precision precision() {
        return precision;
    }

    long bytes() {
        return stretches.stream()
                .mapToLong(stretch -> stretch.length() * Stretches.width(precision))
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
