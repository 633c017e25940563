package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.engine.plan.Numbers;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.result.HostArray;

/*
 * Values, gradients and velocities are one stretch each, equally laid out, with the tensors that decay first: an update
 * is four BLAS calls, whatever the number of tensors.
 */
/** All learned tensors of a program with their gradients and velocities. */
final class LearnedTensors implements AutoCloseable {
    private final Map<String, Parameter> parameters;
    private final Precision precision;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final Map<Kind, INDArray> stretches = new EnumMap<>(Kind.class);
    private final int decaying;

    /** What is kept of each tensor. */
    enum Kind {
        VALUE,
        GRADIENT,
        VELOCITY
    }

    /**
     * @param trains false where gradients and velocities are not needed
     */
    LearnedTensors(Program program, Precision precision, boolean trains) {
        parameters = program.parameters();
        this.precision = precision;
        List<Parameter> ordered = new ArrayList<>(parameters.values());
        ordered.sort(Comparator.comparing(parameter -> !parameter.decays()));
        int size = 0;
        int end = 0;
        for (Parameter parameter : ordered) {
            offsets.put(parameter.key(), size);
            size += parameter.size();
            end = parameter.decays() ? size : end;
        }
        decaying = end;
        for (Kind kind : Kind.values()) {
            stretches.put(kind, Stretches.zeros(kind == Kind.VALUE || trains ? size : 1, precision));
        }
    }

    INDArray stretch(Kind kind) {
        return Objects.requireNonNull(stretches.get(kind));
    }

    /** Where a tensor begins in each stretch, in elements. */
    int offset(String key) {
        return Objects.requireNonNull(offsets.get(key), key);
    }

    /** Address of a learned tensor or of its gradient. */
    long address(Value value) {
        Value.Place place = value.place();
        if (place instanceof Value.Place.Learned l) {
            return address(Kind.VALUE, l.key());
        }
        if (place instanceof Value.Place.Gradient g) {
            return address(Kind.GRADIENT, g.key());
        }
        throw new IllegalArgumentException("value " + value.id() + " is not learned");
    }

    private long address(Kind kind, String key) {
        return stretch(kind).data().pointer().address() + (long) offset(key) * Stretches.width(precision);
    }

    /** The elements of one tensor. */
    Numbers numbers(String key, Kind kind) {
        int size = Objects.requireNonNull(parameters.get(key), key).size();
        return Stretches.numbers(stretch(kind), precision, offset(key), size);
    }

    /** Copies of all tensors by key. */
    Map<String, HostArray> read(Kind kind) {
        Map<String, HostArray> values = new LinkedHashMap<>();
        parameters.forEach((key, parameter) -> {
            int[] shape = parameter.shape().stream().mapToInt(Integer::intValue).toArray();
            values.put(key, numbers(key, kind).read(shape));
        });
        return values;
    }

    /** True when no gradient is infinite or not a number: then the sum of magnitudes is finite. */
    boolean gradientsAreFinite() {
        return Double.isFinite(Nd4j.getBlasWrapper().level1().asum(stretch(Kind.GRADIENT)));
    }

    /** v ← μv − η(∇ + λw), w ← w + v (SPEC §7). Leaves the gradients as they are. */
    void update(Update update) {
        Level1 blas = Nd4j.getBlasWrapper().level1();
        INDArray weights = stretch(Kind.VALUE);
        INDArray velocities = stretch(Kind.VELOCITY);
        long size = weights.length();
        blas.scal(size, update.momentum(), velocities);
        blas.axpy(size, -update.learningRate(), stretch(Kind.GRADIENT), velocities);
        double decay = update.learningRate() * update.weightDecay();
        if (decay != 0 && decaying > 0) {
            blas.axpy(decaying, -decay, weights, velocities);
        }
        blas.axpy(size, 1, velocities, weights);
    }

    long bytes() {
        return stretches.values().stream()
                .mapToLong(stretch -> stretch.length() * Stretches.width(precision))
                .sum();
    }

    @Override
    public void close() {
        stretches.values().forEach(INDArray::close);
        stretches.clear();
    }
}
