package org.unfoldlab.model.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.optimize.Pass;

/*
 * Nodes are visited backwards. A node's gradient is one value; the same value may be the gradient of several nodes (a
 * sum hands its own to all its inputs without copying), so each value knows how many nodes hold it: only the sole
 * holder may write over it. What arrives from several sides is added into whichever part is held once, else into a new
 * array: at once when all have arrived, scaled in the same go, or, where that is not wanted, each as it arrives.
 * Tied weights: the first use (backwards) writes the gradient, every later one adds to it.
 */
/** Lays out the adjoint of a program. */
final class AdjointPlanner {
    /** Channels from which on a second norm costs 1 % of a training step or less, by measurement. */
    private static final int WIDE = 64;

    private final Program program;
    private final Values values;
    private final Map<Integer, Value> outputs;
    private final Map<Integer, Instruction.Normalize> normalizations;
    private final Map<Integer, Value> stacks;
    private final Set<Pass> passes;
    private final boolean[] wanted;
    private final Set<Integer> recomputed = new HashSet<>();
    private final Map<Integer, List<Value>> gradients = new HashMap<>();
    private final Map<Value, Integer> holders = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<Scheduled> adjoint = new ArrayList<>();

    AdjointPlanner(
            Program program,
            Values values,
            Map<Integer, Value> outputs,
            Map<Integer, Instruction.Normalize> normalizations,
            Map<Integer, Value> stacks,
            Set<Pass> passes) {
        this.program = program;
        this.values = values;
        this.outputs = outputs;
        this.normalizations = normalizations;
        this.stacks = stacks;
        this.passes = passes;
        wanted = learning(program);
    }

    /** Nodes whose output depends on a learned tensor. */
    private static boolean[] learning(Program program) {
        boolean[] learns = new boolean[program.nodes().size()];
        for (Node node : program.nodes()) {
            Operation operation = node.operation();
            learns[node.id()] = operation instanceof Operation.Convolution
                    || operation instanceof Operation.ConvolutionSum
                    || operation instanceof Operation.Deconvolution
                    || operation instanceof Operation.FullyConnected
                    || (operation instanceof Operation.BatchNorm norm
                            && norm.affine().isPresent())
                    || node.inputs().stream().anyMatch(input -> learns[input]);
        }
        return learns;
    }

    /** The adjoint that begins with the gradient of a node. */
    List<Scheduled> from(int node, Value gradient) {
        give(node, gradient, null);
        for (int id = program.nodes().size() - 1; id >= 0; id--) {
            List<Value> parts = gradients.remove(id);
            if (parts != null) {
                parts.forEach(this::release);
                adjoint(program.nodes().get(id), parts);
            }
        }
        return adjoint;
    }

    private void adjoint(Node node, List<Value> parts) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Sum sum) {
            handOn(node, node.inputs(), added(node, parts, sum.scale()));
        } else if (operation instanceof Operation.ConvolutionSum sum) {
            convolutionSum(node, sum, added(node, parts, sum.scale()));
        } else {
            adjoint(node, added(node, parts, 1));
        }
    }

    /** scale · (sum of the parts), in one that nobody else holds or in a new array. */
    private Value added(Node node, List<Value> parts, double scale) {
        if (parts.size() == 1 && scale == 1) {
            return parts.get(0);
        }
        Value target = parts.stream()
                .filter(part -> free(part) && Collections.frequency(parts, part) == 1)
                .findFirst()
                .orElseGet(() -> values.passing(parts.get(0).shape()));
        add(node, new Instruction.Sum(parts, scale, target));
        return target;
    }

    private void hold(Value value) {
        holders.merge(value, 1, Integer::sum);
    }

    private void release(Value value) {
        holders.merge(value, -1, Integer::sum);
    }

    private boolean free(Value value) {
        return holders.getOrDefault(value, 0) == 0 && value.passing();
    }

    private void add(Node node, Instruction instruction) {
        adjoint.add(new Scheduled(instruction, node));
    }

    /** g itself where nobody else holds it, else a new array of its shape. */
    private Value writable(Value g) {
        return free(g) ? g : values.passing(g.shape());
    }

    /** Adds a value to a node's gradient; {@code by} is the node that hands it on. */
    private void give(int to, Value value, @Nullable Node by) {
        if (!wanted[to]) {
            return;
        }
        List<Value> parts = gradients.computeIfAbsent(to, id -> new ArrayList<>());
        parts.add(value);
        hold(value);
        if (by != null && parts.size() > 1 && !passes.contains(Pass.GATHERED_GRADIENTS)) {
            hold(joined(parts, by));
        }
    }

    /** Adds up what has reached a node so far. */
    private Value joined(List<Value> parts, Node by) {
        parts.forEach(this::release);
        Value sum = added(by, List.copyOf(parts), 1);
        parts.clear();
        parts.add(sum);
        return sum;
    }

    /** A gradient array of a node that regions may be added to. */
    private Value accumulator(int to, Node by) {
        List<Value> parts = gradients.computeIfAbsent(to, id -> new ArrayList<>());
        if (parts.isEmpty()) {
            parts.add(values.passing(output(to).shape()));
            add(by, new Instruction.Zero(parts.get(0)));
        } else if (!free(joined(parts, by))) {
            Value own = values.passing(output(to).shape());
            add(by, new Instruction.Sum(List.copyOf(parts), 1, own));
            parts.set(0, own);
        }
        hold(parts.get(0));
        return parts.get(0);
    }

    /**
     * Computes what a batch norm with its ReLU gave once more, from the same input, which its adjoint needs anyhow: the
     * first output need then not be kept through the whole of the way forward and back.
     */
    private void recompute(int node) {
        Instruction.Normalize first = normalizations.get(node);
        if (first != null && mayComeAgain(first) && recomputed.add(node)) {
            Instruction.Normalize second = again(first);
            normalizations.put(node, second);
            outputs.put(node, second.y());
            add(program.nodes().get(node), second);
        }
    }

    private boolean mayComeAgain(Instruction.Normalize norm) {
        boolean wide = norm.mean().size() >= WIDE && passes.contains(Pass.RECOMPUTED_WIDE_NORMS);
        return norm.relu() && norm.y().passing() && (wide || passes.contains(Pass.RECOMPUTED_NORMS));
    }

    /** The statistics come out once more as they are. */
    private Instruction.Normalize again(Instruction.Normalize first) {
        Value y = values.passing(first.y().shape());
        return new Instruction.Normalize(
                first.x(), y, first.mean(), first.variance(), first.gamma(), first.beta(), first.relu());
    }

    private Value output(int node) {
        recompute(node);
        Value value = outputs.get(node);
        if (value == null) {
            throw new IllegalStateException("node " + node + " was not computed");
        }
        return value;
    }

    private Value x(Node node) {
        return output(node.inputs().get(0));
    }

    /** A new array for the gradient of a node's first input; null when nobody wants it. */
    private @Nullable Value forInput(Node node) {
        return wanted[node.inputs().get(0)] ? values.passing(x(node).shape()) : null;
    }

    private void pass(Node node, @Nullable Value gx) {
        if (gx != null) {
            give(node.inputs().get(0), gx, node);
        }
    }

    private void adjoint(Node node, Value g) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Convolution convolution) {
            convolution(node, convolution, g);
        } else if (operation instanceof Operation.Deconvolution deconvolution) {
            deconvolution(node, deconvolution, g);
        } else if (operation instanceof Operation.BatchNorm norm) {
            batchNorm(node, norm, g);
        } else if (operation instanceof Operation.FullyConnected f) {
            Value x = x(node);
            Value gx = forInput(node);
            Value w = values.learned(f.weight());
            Value bias = values.learned(f.bias());
            Instruction.Connect of = new Instruction.Connect(x, w, bias, output(node.id()));
            learn(
                    node,
                    List.of(f.weight(), f.bias()),
                    parts -> new Instruction.ConnectAdjoint(of, g, gx, parts.get(0), parts.get(1)));
            pass(node, gx);
        } else if (operation instanceof Operation.Mix) {
            mix(node, g);
        } else {
            oneInput(node, operation, g);
        }
    }

    private void oneInput(Node node, Operation operation, Value g) {
        int to = node.inputs().get(0);
        if (!wanted[to]) {
            return;
        }
        if (operation instanceof Operation.Padding padding) {
            add(node, new Instruction.PadAdjoint(g, accumulator(to, node), padding.stride()));
            return;
        }
        if (operation instanceof Operation.Slice slice) {
            add(node, new Instruction.SliceAdjoint(g, accumulator(to, node), slice.firstChannel()));
            return;
        }
        Value y = output(node.id());
        Value gx;
        if (operation instanceof Operation.Relu) {
            gx = writable(g);
            add(node, new Instruction.ReluAdjoint(y, g, gx));
        } else if (operation instanceof Operation.Sigmoid) {
            gx = writable(g);
            add(node, new Instruction.SigmoidAdjoint(y, g, gx));
        } else if (operation instanceof Operation.Pool pool) {
            gx = values.passing(x(node).shape());
            add(node, new Instruction.PoolAdjoint(new Instruction.Pool(x(node), y, pool.kind(), pool.factor()), g, gx));
        } else if (operation instanceof Operation.GlobalAverage) {
            gx = values.passing(x(node).shape());
            add(node, new Instruction.GlobalAverageAdjoint(g, gx));
        } else {
            throw new IllegalStateException("no adjoint for " + operation);
        }
        give(to, gx, node);
    }

    private void convolution(Node node, Operation.Convolution c, Value g) {
        Instruction.Geometry geometry = new Instruction.Geometry(c.kernel(), c.stride(), c.padding());
        Value gx = forInput(node);
        Value stack = stacks.get(node.id());
        if (stack == null) {
            String key = c.weights().get(0);
            Value w = values.learned(key);
            Value gBias = c.bias().map(values::gradient).orElse(null);
            boolean again = !begun.add(key);
            add(node, new Instruction.ConvolveAdjoint(x(node), w, g, gx, values.gradient(key), gBias, geometry, again));
        } else {
            Value gw = values.passing(stack.shape());
            add(node, new Instruction.ConvolveAdjoint(x(node), stack, g, gx, gw, null, geometry, false));
            List<Value> parts = c.weights().stream().map(values::gradient).toList();
            List<Boolean> add = c.weights().stream().map(key -> !begun.add(key)).toList();
            add(node, new Instruction.Unstack(gw, parts, add));
        }
        pass(node, gx);
    }

    private void deconvolution(Node node, Operation.Deconvolution d, Value g) {
        Instruction.Geometry geometry = new Instruction.Geometry(d.kernel(), d.upsampling(), d.padding());
        Value w = values.learned(d.weight());
        Value gx = forInput(node);
        if (gx != null) {
            add(node, new Instruction.Convolve(g, w, null, gx, geometry, false));
        }
        boolean again = !begun.add(d.weight());
        Value gw = values.gradient(d.weight());
        add(node, new Instruction.ConvolveAdjoint(g, w, x(node), null, gw, null, geometry, again));
        pass(node, gx);
    }

    private void batchNorm(Node node, Operation.BatchNorm norm, Value g) {
        recompute(node.id());
        Instruction.Normalize of = normalizations.get(node.id());
        if (of == null) {
            throw new IllegalStateException("batch norm without batch statistics");
        }
        Value gx = writable(g);
        if (norm.affine().isPresent()) {
            Operation.Affine affine = norm.affine().get();
            learn(
                    node,
                    List.of(affine.gamma(), affine.beta()),
                    parts -> new Instruction.NormalizeAdjoint(of, g, gx, parts.get(0), parts.get(1)));
        } else if (wanted[node.inputs().get(0)]) {
            add(node, new Instruction.NormalizeAdjoint(of, g, gx, null, null));
        }
        give(node.inputs().get(0), gx, node);
    }

    /** Gives the same gradient to several nodes. */
    private void handOn(Node node, List<Integer> inputs, Value g) {
        hold(g);
        for (int i = 0; i < inputs.size(); i++) {
            if (i == inputs.size() - 1) {
                release(g);
            }
            give(inputs.get(i), g, node);
        }
    }

    private void convolutionSum(Node node, Operation.ConvolutionSum sum, Value g) {
        hold(g);
        convolution(node, sum.convolution(), g);
        release(g);
        handOn(node, node.inputs().subList(1, node.inputs().size()), g);
    }

    private void mix(Node node, Value g) {
        Value h = output(node.inputs().get(0));
        Value x = output(node.inputs().get(1));
        Value gate = output(node.inputs().get(2));
        Value gh = values.passing(g.shape());
        Value gx = values.passing(g.shape());
        Value gGate = values.passing(g.shape());
        Instruction.Mix of = new Instruction.Mix(h, x, gate, output(node.id()));
        add(node, new Instruction.MixAdjoint(of, g, gh, gx, gGate));
        give(node.inputs().get(0), gh, node);
        give(node.inputs().get(1), gx, node);
        give(node.inputs().get(2), gGate, node);
    }

    /** Writes the gradient of learned tensors where this is their first use, else adds to it. */
    private void learn(Node node, List<String> keys, Writing writing) {
        List<Value> targets = new ArrayList<>();
        List<Instruction> additions = new ArrayList<>();
        for (String key : keys) {
            Value whole = values.gradient(key);
            if (begun.add(key)) {
                targets.add(whole);
            } else {
                Value part = values.passing(whole.shape());
                targets.add(part);
                additions.add(new Instruction.Sum(List.of(whole, part), 1, whole));
            }
        }
        add(node, writing.into(targets));
        additions.forEach(instruction -> add(node, instruction));
    }

    /** The instruction that writes gradients into these arrays. */
    private interface Writing {
        Instruction into(List<Value> targets);
    }
}
