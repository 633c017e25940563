package org.unfoldlab.model.engine.libtorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.result.HostArray;

/*
 * All learned tensors lie one after the other in a single stretch, those that decay first; so do their gradients and
 * velocities. An update is then four operations, whatever the network. Kernels see views; those of convolutions have
 * their input channels innermost, as the convolutions want them.
 */
/** Weights, gradients, velocities, and the update. */
final class Learned implements AutoCloseable {
    /** The three stretches. */
    enum Kind {
        VALUE,
        GRADIENT,
        VELOCITY
    }

    private final Space space;
    private final Map<String, Parameter> parameters;
    private final Map<Kind, Tensor> whole = new LinkedHashMap<>();
    private final Map<Kind, Map<String, Tensor>> views = new LinkedHashMap<>();
    private final Map<Kind, Tensor> decaying = new LinkedHashMap<>();

    Learned(Map<String, Parameter> parameters, Space space, boolean trains) {
        this.parameters = parameters;
        this.space = space;
        List<Parameter> ordered = new ArrayList<>(parameters.values());
        ordered.sort(java.util.Comparator.comparing(parameter -> !parameter.decays()));
        long decays = ordered.stream()
                .filter(Parameter::decays)
                .mapToLong(Learned::filledSize)
                .sum();
        long size = ordered.stream().mapToLong(Learned::filledSize).sum();
        for (Kind kind : trains ? Kind.values() : new Kind[] {Kind.VALUE}) {
            Tensor all = space.zeros(size);
            whole.put(kind, all);
            decaying.put(kind, all.narrow(0, 0, decays));
            views.put(kind, views(ordered, all));
        }
    }

    private static Map<String, Tensor> views(List<Parameter> ordered, Tensor all) {
        Map<String, Tensor> views = new LinkedHashMap<>();
        long offset = 0;
        for (Parameter parameter : ordered) {
            try (PointerScope scope = new PointerScope()) {
                Tensor view = view(parameter, all.narrow(0, offset, filledSize(parameter)));
                view.retainReference();
                views.put(parameter.key(), view);
            }
            offset += filledSize(parameter);
        }
        return views;
    }

    private static Tensor view(Parameter parameter, Tensor part) {
        long[] s = Lanes.filled(parameter);
        return s.length == 4 ? part.view(s[0], s[2], s[3], s[1]).permute(0, 3, 1, 2) : part.view(s);
    }

    private static long filledSize(Parameter parameter) {
        return Arrays.stream(Lanes.filled(parameter)).reduce(1, (a, b) -> a * b);
    }

    /** The tensor under a key, in place, with the channels that fill vectors. */
    Tensor view(Kind kind, String key) {
        Map<String, Tensor> of = views.get(kind);
        Tensor view = of == null ? null : of.get(key);
        if (view == null) {
            throw new IllegalStateException("there is no " + kind + " of " + key);
        }
        return view;
    }

    /** Writes the tensors that the program uses; {@code missing} stands for those that are not given. */
    void write(Kind kind, Map<String, HostArray> values, boolean allNeeded) {
        parameters.forEach((key, parameter) -> {
            HostArray value = values.get(key);
            if (value == null && !allNeeded) {
                view(kind, key).zero_();
            } else {
                write(checked(parameter, value), view(kind, key), parameter);
            }
        });
    }

    private void write(HostArray value, Tensor to, Parameter parameter) {
        try (PointerScope scope = new PointerScope()) {
            space.write(value, Lanes.own(to, parameter), Lanes.own(parameter));
        }
    }

    private static HostArray checked(Parameter parameter, @Nullable HostArray value) {
        if (value == null) {
            throw new IllegalArgumentException("the weights " + parameter.key() + " are missing");
        }
        if (value.size() != parameter.size()) {
            throw new IllegalArgumentException("the weights " + parameter.key() + " have shape "
                    + Arrays.toString(value.shape()) + ", not " + parameter.shape());
        }
        return value;
    }

    /** Copies of all tensors, by key. */
    Map<String, HostArray> read(Kind kind) {
        Map<String, HostArray> copies = new LinkedHashMap<>();
        parameters.forEach((key, parameter) -> copies.put(
                key,
                space.read(
                        Lanes.own(view(kind, key), parameter),
                        parameter.shape().stream().mapToInt(Integer::intValue).toArray())));
        return copies;
    }

    /** The largest magnitude among all gradients: a number if all are, and finite if all are. */
    Tensor largestGradient() {
        return torch.linalg_vector_norm(
                all(Kind.GRADIENT),
                new Scalar(Double.POSITIVE_INFINITY),
                new org.bytedeco.pytorch.LongArrayRefOptional(),
                false,
                new org.bytedeco.pytorch.ScalarTypeOptional());
    }

    /** v ← μv − η(∇ + λw), w ← w + v, λ on weights only (SPEC §7). */
    void update(Update update) {
        try (PointerScope scope = new PointerScope()) {
            Tensor velocity = all(Kind.VELOCITY);
            velocity.mul_(new Scalar(update.momentum()));
            velocity.add_(all(Kind.GRADIENT), new Scalar(-update.learningRate()));
            if (update.weightDecay() != 0) {
                part(Kind.VELOCITY).add_(part(Kind.VALUE), new Scalar(-update.learningRate() * update.weightDecay()));
            }
            all(Kind.VALUE).add_(velocity);
        }
    }

    private Tensor all(Kind kind) {
        return java.util.Objects.requireNonNull(whole.get(kind));
    }

    private Tensor part(Kind kind) {
        return java.util.Objects.requireNonNull(decaying.get(kind));
    }

    long bytes() {
        return whole.values().stream().mapToLong(Tensor::nbytes).sum();
    }

    @Override
    public void close() {
        views.values().forEach(of -> of.values().forEach(Tensor::close));
        decaying.values().forEach(Tensor::close);
        whole.values().forEach(Tensor::close);
    }
}
