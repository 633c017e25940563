package org.unfoldlab.model.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Layer;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Pipeline;
import org.unfoldlab.model.network.Shape;

/**
 * Writes an unrolled network out as single computations, one for each letter of each pipeline, exactly as the
 * contract tells it; making it fast is the optimiser's work.
 */
public final class Lowering {
    private final Unrolling unrolling;
    private final NetworkDocument document;
    private final WeightNames names;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<StateAt, Integer> states = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    private Lowering(Unrolling unrolling) {
        this.unrolling = unrolling;
        document = unrolling.network().document();
        names = new WeightNames(document);
    }

    /** The plain program of an unrolled network; without a readout that has a signal it is the stimulus alone. */
    public static Program lower(Unrolling unrolling) {
        return new Lowering(unrolling).program();
    }

    private Program program() {
        Network network = unrolling.network();
        int stimulus = add(new Operation.Stimulus(), List.of(), network.preNet().input(), new Origin.PreNet());
        if (!unrolling.readouts().isEmpty()) {
            int preNet = pipeline(network.preNet(), stimulus, "pre", 0, new Origin.PreNet(), weight -> "pre/" + weight);
            states.put(new StateAt(network.first().name(), 0), preNet);
            for (int t = 1; t < unrolling.readoutTime(); t++) {
                statesAt(t, preNet);
            }
        }
        TreeMap<Integer, Integer> readouts = new TreeMap<>();
        unrolling.readouts().forEach(readout -> readouts.put(readout, postNet(readout)));
        return new Program(unrolling, nodes, states, readouts, parameters);
    }

    /** h(t) of every state that something wanted reads. */
    private void statesAt(int t, int preNet) {
        Map<String, List<Integer>> contributions = new LinkedHashMap<>();
        for (TimedStep step : unrolling.steps()) {
            if (step.runs() && step.time() == t) {
                contributions
                        .computeIfAbsent(step.transition().target().name(), name -> new ArrayList<>())
                        .add(contribution(step));
            }
        }
        String first = unrolling.network().first().name();
        boolean sustained = document.stimulus().timing() == Timing.SUSTAINED;
        if (sustained && isRead(new StateAt(first, t))) {
            contributions.computeIfAbsent(first, name -> new ArrayList<>()).add(preNet);
        }
        contributions.forEach(
                (name, arrived) -> states.put(new StateAt(name, t), combined(new StateAt(name, t), arrived)));
    }

    private boolean isRead(StateAt state) {
        boolean byStep = unrolling.steps().stream()
                .anyMatch(step -> step.runs() && step.input().equals(state));
        return byStep
                || unrolling.readouts().stream()
                        .anyMatch(readout -> unrolling.readoutSource(readout).equals(state));
    }

    private int combined(StateAt at, List<Integer> arrived) {
        State state = unrolling.network().state(at.state());
        Origin origin = new Origin.OfState(at);
        Shape shape = Network.shapeOf(state);
        double scale = document.combine() == Combine.MEAN ? 1.0 / arrived.size() : 1;
        int value = arrived.size() == 1 ? arrived.get(0) : add(new Operation.Sum(scale), arrived, shape, origin);
        return state.activation() == Activation.RELU ? add(new Operation.Relu(), List.of(value), shape, origin) : value;
    }

    /** What one step brings to its target: F(x), with its shortcut. */
    private int contribution(TimedStep step) {
        CheckedTransition transition = step.transition();
        Origin origin = new Origin.OfStep(step.step());
        int x = input(step);
        WeightKeys keys = weight -> names.key(step.step(), weight);
        int f = pipeline(transition.pipeline(), x, transition.id(), step.time(), origin, keys);
        Shape shape = transition.output();
        return switch (transition.shortcut()) {
            case NONE -> f;
            case IDENTITY -> add(new Operation.Sum(1), List.of(f, x), shape, origin);
            case PROJECTION ->
                add(new Operation.Sum(1), List.of(f, projection(transition, x, origin, keys)), shape, origin);
            case PADDING -> {
                int padded = add(new Operation.Padding(transition.shortcutStride()), List.of(x), shape, origin);
                yield add(new Operation.Sum(1), List.of(f, padded), shape, origin);
            }
            case HIGHWAY -> {
                int gate = gate(transition, x, origin, keys);
                yield add(new Operation.Mix(), List.of(f, x, gate), shape, origin);
            }
        };
    }

    private int input(TimedStep step) {
        Integer x = states.get(step.input());
        if (x == null) {
            throw new IllegalStateException(step.step() + " reads " + step.input() + ", which is not computed");
        }
        return x;
    }

    private int projection(CheckedTransition transition, int x, Origin origin, WeightKeys keys) {
        String key = keys.of("projection");
        Shape in = transition.input();
        Shape out = transition.output();
        parameter(key, List.of(out.channels(), in.channels(), 1, 1), Parameter.Kind.CONVOLUTION);
        return add(
                new Operation.Convolution(List.of(key), Optional.empty(), 1, transition.shortcutStride(), 0),
                List.of(x),
                out,
                origin);
    }

    private int gate(CheckedTransition transition, int x, Origin origin, WeightKeys keys) {
        String key = keys.of("gate");
        String bias = keys.of("gate.bias");
        Shape shape = transition.output();
        parameter(key, List.of(shape.channels(), transition.input().channels(), 3, 3), Parameter.Kind.CONVOLUTION);
        parameter(bias, List.of(shape.channels()), Parameter.Kind.GATE_BIAS);
        int convolved =
                add(new Operation.Convolution(List.of(key), Optional.of(bias), 3, 1, 1), List.of(x), shape, origin);
        return add(new Operation.Sigmoid(), List.of(convolved), shape, origin);
    }

    private int pipeline(Pipeline pipeline, int input, String owner, int time, Origin origin, WeightKeys keys) {
        int value = input;
        for (Layer layer : pipeline.layers()) {
            value = add(operation(layer, owner, time, keys), List.of(value), layer.output(), origin);
        }
        return value;
    }

    private Operation operation(Layer layer, String owner, int time, WeightKeys keys) {
        if (layer instanceof Layer.BatchNorm norm) {
            NormPosition position = new NormPosition(owner + "/norm" + norm.index(), time);
            boolean learned = !owner.equals("pre");
            return batchNorm(position, norm.input().channels(), learned);
        }
        if (layer instanceof Layer.Convolution c) {
            String key = keys.of("conv" + c.index());
            int out = c.output().channels();
            parameter(key, List.of(out, c.input().channels(), c.kernel(), c.kernel()), Parameter.Kind.CONVOLUTION);
            return new Operation.Convolution(List.of(key), Optional.empty(), c.kernel(), c.stride(), c.kernel() / 2);
        }
        if (layer instanceof Layer.Deconvolution d) {
            String key = keys.of("conv" + d.index());
            int out = d.output().channels();
            parameter(key, List.of(d.input().channels(), out, d.kernel(), d.kernel()), Parameter.Kind.DECONVOLUTION);
            return new Operation.Deconvolution(key, d.kernel(), d.upsampling(), d.kernel() / 2);
        }
        if (layer instanceof Layer.Pool pool) {
            return new Operation.Pool(pool.kind(), pool.factor());
        }
        return new Operation.Relu();
    }

    private Operation batchNorm(NormPosition position, int channels, boolean learned) {
        Normalization.Affine affine = learned ? document.normalization().affine() : Normalization.Affine.NONE;
        String owner = affine == Normalization.Affine.PER_TIME ? position.toString() : position.norm();
        if (affine == Normalization.Affine.NONE) {
            return new Operation.BatchNorm(List.of(position), Optional.empty(), false);
        }
        parameter(owner + ".gamma", List.of(channels), Parameter.Kind.GAMMA);
        parameter(owner + ".beta", List.of(channels), Parameter.Kind.BETA);
        return new Operation.BatchNorm(
                List.of(position), Optional.of(new Operation.Affine(owner + ".gamma", owner + ".beta")), false);
    }

    /** Batch norm, ReLU, global average, fully connected (SPEC §1). */
    private int postNet(int readout) {
        Origin origin = new Origin.PostNet(readout);
        State state = unrolling.network().state(document.readout().state());
        Shape shape = Network.shapeOf(state);
        Integer source = states.get(unrolling.readoutSource(readout));
        if (source == null) {
            throw new IllegalStateException("no state to read out at T = " + readout);
        }
        int normed = add(
                batchNorm(new NormPosition("post/norm1", readout), shape.channels(), true),
                List.of(source),
                shape,
                origin);
        int rectified = add(new Operation.Relu(), List.of(normed), shape, origin);
        int pooled = add(new Operation.GlobalAverage(), List.of(rectified), new Shape(shape.channels(), 1, 1), origin);
        parameter("post/fc.weight", List.of(document.classes(), shape.channels()), Parameter.Kind.FULLY_CONNECTED);
        parameter("post/fc.bias", List.of(document.classes()), Parameter.Kind.BIAS);
        return add(
                new Operation.FullyConnected("post/fc.weight", "post/fc.bias"),
                List.of(pooled),
                new Shape(document.classes(), 1, 1),
                origin);
    }

    private void parameter(String key, List<Integer> shape, Parameter.Kind kind) {
        parameters.putIfAbsent(key, new Parameter(key, shape, kind));
    }

    private int add(Operation operation, List<Integer> inputs, Shape shape, Origin origin) {
        nodes.add(new Node(nodes.size(), operation, inputs, shape, origin));
        return nodes.size() - 1;
    }

    /** Full key of a weight from its name within the step. */
    private interface WeightKeys {
        String of(String weight);
    }
}
