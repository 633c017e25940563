package org.unfoldlab.model.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.optimize.Pass;

/*
 * Forward: one instruction for each node, in the program's order. A sum or ReLU writes over its input where nobody else
 * reads that input, forwards or in the adjoint: outputs of convolutions, sums, poolings and plain batch norms are not
 * read by their own adjoints, outputs of ReLU and sigmoid are. The adjoint is the work of AdjointPlanner.
 */
/** Turns a program into a schedule for one plan. */
public final class Planner {
    private final Program program;
    private final Plan plan;
    private final Values values;
    private final Map<Integer, Value> outputs = new HashMap<>();
    private final Map<Integer, Instruction.Normalize> normalizations = new HashMap<>();
    private final Map<Integer, Value> stacks = new HashMap<>();
    private final Map<List<String>, Value> stacked = new HashMap<>();
    private final List<Schedule.Norm> norms = new ArrayList<>();
    private final List<Scheduled> forward = new ArrayList<>();
    private final int[] readers;
    private final int[] lastReader;
    private final Set<Integer> kept = new HashSet<>();

    private Planner(Program program, Plan plan) {
        this.program = program;
        this.plan = plan;
        values = new Values(program);
        readers = new int[program.nodes().size()];
        lastReader = new int[program.nodes().size()];
        program.nodes()
                .forEach(node -> node.inputs().forEach(input -> {
                    readers[input]++;
                    lastReader[input] = node.id();
                }));
        kept.add(program.stimulus().id());
        kept.addAll(program.readouts().values());
        if (plan.keepStates()) {
            kept.addAll(program.states().values());
        }
    }

    /** The schedule of a program: forward, and when training its adjoint from the last readout. */
    public static Schedule schedule(Program program, Plan plan) {
        return new Planner(program, plan).schedule();
    }

    private Schedule schedule() {
        outputs.put(
                program.stimulus().id(), values.kept(shaped(program.stimulus().shape())));
        program.nodes().forEach(this::forward);
        TreeMap<Integer, Value> logits = new TreeMap<>();
        program.readouts().forEach((time, node) -> logits.put(time, output(node)));
        Optional<Integer> answer = program.readouts().values().stream().reduce((earlier, later) -> later);
        Optional<Value> gradient = Optional.empty();
        List<Scheduled> adjoint = List.of();
        if (plan.mode() == Mode.TRAIN && answer.isPresent()) {
            Value last = values.kept(output(answer.get()).shape());
            gradient = Optional.of(last);
            adjoint = new AdjointPlanner(program, values, outputs, normalizations, stacks, plan.passes())
                    .from(answer.get(), last);
        }
        Map<StateAt, Value> states = new LinkedHashMap<>();
        if (plan.keepStates()) {
            program.states().forEach((state, node) -> states.put(state, output(node)));
        }
        return new Schedule(
                output(program.stimulus().id()), forward, adjoint, logits, gradient, states, norms, values.count());
    }

    private List<Integer> shaped(Shape shape) {
        return List.of(plan.batch(), shape.channels(), shape.height(), shape.width());
    }

    private Value output(int node) {
        Value value = outputs.get(node);
        if (value == null) {
            throw new IllegalStateException("node " + node + " is read before it is computed");
        }
        return value;
    }

    private Value fresh(Node node) {
        List<Integer> shape = shaped(node.shape());
        Value value = kept.contains(node.id()) ? values.kept(shape) : values.passing(shape);
        outputs.put(node.id(), value);
        return value;
    }

    /** The node's own array, or one of its inputs' where that may be written over. */
    private Value overwriting(Node node) {
        return overwriting(node, node.inputs());
    }

    private Value overwriting(Node node, List<Integer> inputs) {
        if (plan.passes().contains(Pass.IN_PLACE) && !kept.contains(node.id())) {
            for (int input : inputs) {
                if (mayOverwrite(node, input)) {
                    outputs.put(node.id(), output(input));
                    return output(input);
                }
            }
        }
        return fresh(node);
    }

    /** By the last who reads it; in training the adjoint may read it once more. */
    private boolean mayOverwrite(Node node, int input) {
        if (kept.contains(input) || Collections.frequency(node.inputs(), input) != 1) {
            return false;
        }
        if (plan.mode() != Mode.TRAIN) {
            return lastReader[input] == node.id();
        }
        return readers[input] == 1 && unreadByAdjoint(input);
    }

    private boolean unreadByAdjoint(int input) {
        Operation operation = program.nodes().get(input).operation();
        return operation instanceof Operation.Convolution
                || operation instanceof Operation.Deconvolution
                || operation instanceof Operation.ConvolutionSum
                || operation instanceof Operation.Sum
                || operation instanceof Operation.Pool
                || operation instanceof Operation.Padding
                || operation instanceof Operation.Mix
                || operation instanceof Operation.Slice
                || (operation instanceof Operation.BatchNorm norm && !norm.relu());
    }

    private void add(Node node, Instruction instruction) {
        forward.add(new Scheduled(instruction, node));
    }

    private void forward(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Convolution convolution) {
            convolution(node, convolution);
        } else if (operation instanceof Operation.NormedConvolution normed) {
            normedConvolution(node, normed);
        } else if (operation instanceof Operation.ConvolutionSum sum) {
            convolutionSum(node, sum);
        } else if (operation instanceof Operation.Deconvolution d) {
            Instruction.Geometry geometry = new Instruction.Geometry(d.kernel(), d.upsampling(), d.padding());
            Value w = values.learned(d.weight());
            add(node, new Instruction.ConvolveAdjoint(null, w, x(node), fresh(node), null, null, geometry, false));
        } else if (operation instanceof Operation.BatchNorm norm) {
            batchNorm(node, norm);
        } else if (operation instanceof Operation.FullyConnected f) {
            Value w = values.learned(f.weight());
            add(node, new Instruction.Connect(x(node), w, values.learned(f.bias()), fresh(node)));
        } else if (!(operation instanceof Operation.Stimulus)) {
            elementwise(node, operation);
        }
    }

    private void elementwise(Node node, Operation operation) {
        if (operation instanceof Operation.Relu) {
            add(node, new Instruction.Relu(x(node), overwriting(node)));
        } else if (operation instanceof Operation.Sigmoid) {
            add(node, new Instruction.Sigmoid(x(node), overwriting(node)));
        } else if (operation instanceof Operation.Sum sum) {
            List<Value> xs = node.inputs().stream().map(this::output).toList();
            add(node, new Instruction.Sum(xs, sum.scale(), overwriting(node)));
        } else if (operation instanceof Operation.Mix) {
            List<Integer> in = node.inputs();
            add(node, new Instruction.Mix(output(in.get(0)), output(in.get(1)), output(in.get(2)), fresh(node)));
        } else if (operation instanceof Operation.Pool pool) {
            add(node, new Instruction.Pool(x(node), fresh(node), pool.kind(), pool.factor()));
        } else if (operation instanceof Operation.Padding padding) {
            add(node, new Instruction.Pad(x(node), fresh(node), padding.stride()));
        } else if (operation instanceof Operation.Slice slice) {
            add(node, new Instruction.Slice(x(node), fresh(node), slice.firstChannel()));
        } else if (operation instanceof Operation.GlobalAverage) {
            add(node, new Instruction.GlobalAverage(x(node), fresh(node)));
        } else {
            throw new IllegalStateException("no instruction for " + operation);
        }
    }

    private Value x(Node node) {
        return output(node.inputs().get(0));
    }

    private void convolution(Node node, Operation.Convolution c) {
        Value bias = c.bias().map(values::learned).orElse(null);
        add(node, new Instruction.Convolve(x(node), weights(node, c), bias, fresh(node), geometry(c), false));
    }

    private static Instruction.Geometry geometry(Operation.Convolution c) {
        return new Instruction.Geometry(c.kernel(), c.stride(), c.padding());
    }

    private Value weights(Node node, Operation.Convolution c) {
        return c.weights().size() == 1 ? values.learned(c.weights().get(0)) : stack(node, c);
    }

    private void normedConvolution(Node node, Operation.NormedConvolution normed) {
        Operation.Convolution c = normed.convolution();
        Value scale = values.kept(List.of(node.shape().channels()));
        Value shift = values.kept(List.of(node.shape().channels()));
        norms.add(new Schedule.Norm(normed.norm(), scale, shift));
        Value w = weights(node, c);
        Value scaled = values.passing(w.shape());
        add(node, new Instruction.ScaleFilters(w, scale, scaled));
        boolean relu = normed.norm().relu();
        add(node, new Instruction.Convolve(x(node), scaled, shift, fresh(node), geometry(c), relu));
    }

    private void convolutionSum(Node node, Operation.ConvolutionSum sum) {
        List<Integer> others = node.inputs().subList(1, node.inputs().size());
        List<Value> addends = others.stream().map(this::output).toList();
        Operation.Convolution c = sum.convolution();
        Value w = weights(node, c);
        Value y = overwriting(node, others);
        add(node, new Instruction.ConvolveSum(x(node), w, addends, sum.scale(), y, geometry(c)));
    }

    /** The stacked weights, gathered where first needed. */
    private Value stack(Node node, Operation.Convolution c) {
        Value whole = stacked.computeIfAbsent(c.weights(), keys -> {
            List<Value> parts = keys.stream().map(values::learned).toList();
            List<Integer> shape = new ArrayList<>(parts.get(0).shape());
            shape.set(0, node.shape().channels());
            Value made = values.passing(shape);
            add(node, new Instruction.Stack(parts, made));
            return made;
        });
        stacks.put(node.id(), whole);
        return whole;
    }

    private void batchNorm(Node node, Operation.BatchNorm norm) {
        List<Integer> channels = List.of(node.shape().channels());
        Value first = values.kept(channels);
        Value second = values.kept(channels);
        norms.add(new Schedule.Norm(norm, first, second));
        if (plan.mode() == Mode.EVALUATE) {
            add(node, new Instruction.ScaleShift(x(node), first, second, overwriting(node), norm.relu()));
            return;
        }
        @Nullable
        Value gamma = norm.affine().map(a -> values.learned(a.gamma())).orElse(null);
        @Nullable Value beta = norm.affine().map(a -> values.learned(a.beta())).orElse(null);
        Instruction.Normalize instruction =
                new Instruction.Normalize(x(node), fresh(node), first, second, gamma, beta, norm.relu());
        normalizations.put(node.id(), instruction);
        add(node, instruction);
    }
}
