package org.unfoldlab.model.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.HostArray;

/**
 * Runs a network on the arrays of a case and gives every array that the case is judged by: {@code logits@t},
 * {@code loss}, {@code h/STATE@t}, {@code mean/POSITION@t}, {@code var/POSITION@t}, {@code grad/KEY},
 * {@code step_losses}, {@code eval_logits@t}.
 */
public final class Probe {
    /** The training of {@code step_losses}: four steps of momentum SGD on one batch. */
    private static final Update UPDATE = new Update(0.05, 0.9, 0);

    private static final int STEPS = 4;
    private static final Pattern LOGITS = Pattern.compile("(?:eval_)?logits@(\\d+)");

    private final Network network;
    private final Map<String, HostArray> arrays;
    private final Engine engine;
    private final Precision precision;
    private final Map<String, HostArray> weights = new LinkedHashMap<>();
    private final Map<String, HostArray> results = new LinkedHashMap<>();

    private Probe(Network network, Map<String, HostArray> arrays, Engine engine, Precision precision) {
        this.network = network;
        this.arrays = arrays;
        this.engine = engine;
        this.precision = precision;
        arrays.forEach((key, array) -> {
            if (key.startsWith("w/")) {
                weights.put(key.substring(2), array);
            }
        });
    }

    /**
     * Runs a case.
     *
     * @param arrays {@code x} N×C×H×W, {@code labels} N, {@code w/KEY}, and if evaluation is wanted {@code eval_x};
     *     {@code logits@t} keys say which readout times are wanted, without any it is all that have a signal
     * @throws EngineException naming what the case lacks, or what the engine cannot do
     */
    public static Map<String, HostArray> run(
            Network network, Map<String, HostArray> arrays, Engine engine, Precision precision) throws EngineException {
        return new Probe(network, arrays, engine, precision).run();
    }

    private Map<String, HostArray> run() throws EngineException {
        int trained = network.document().readout().time();
        NavigableSet<Integer> wanted = wanted(trained);
        NavigableSet<Integer> together = new TreeSet<>(List.of(trained));
        for (int time : wanted) {
            if (time < trained && Unroller.oneUnrollingServes(network, List.of(time, trained))) {
                together.add(time);
            }
        }
        Program program = program(Unroller.unroll(network, trained, together));
        batch(program);
        steps(program);
        evaluation(program, trained);
        for (int time : wanted) {
            if (!together.contains(time)) {
                alone(time);
            }
        }
        return results;
    }

    /** A readout time whose windows differ from those of the file's: its own unrolling, logits only. */
    private void alone(int time) throws EngineException {
        Program program = program(Unroller.unroll(network, time));
        try (Executable executable = prepare(program, Mode.MEASURE, input("x"))) {
            executable.forward(input("x"));
            results.put("logits@" + time, executable.logits(time));
        }
        evaluation(program, time);
    }

    private Program program(Unrolling unrolling) throws EngineException {
        if (unrolling.readouts().isEmpty()) {
            throw new EngineException("No signal yet at T = " + unrolling.readoutTime()
                    + ": the readout state is empty, so there is nothing to compute. Read out later.");
        }
        Program program = Lowering.lower(unrolling);
        for (var parameter : program.parameters().values()) {
            HostArray weight = weights.get(parameter.key());
            if (weight == null || weight.size() != parameter.size()) {
                throw new EngineException("The case lacks w/" + parameter.key() + " with shape " + parameter.shape()
                        + (weight == null ? "." : ", it has another shape."));
            }
        }
        return program;
    }

    private NavigableSet<Integer> wanted(int trained) {
        NavigableSet<Integer> named = new TreeSet<>();
        for (String key : arrays.keySet()) {
            Matcher matcher = LOGITS.matcher(key);
            if (matcher.matches()) {
                named.add(Integer.parseInt(matcher.group(1)));
            }
        }
        if (!named.isEmpty()) {
            return named;
        }
        NavigableSet<Integer> all = new TreeSet<>();
        IntStream.rangeClosed(1, trained).filter(this::canAnswer).forEach(all::add);
        return all;
    }

    private boolean canAnswer(int time) {
        int trained = network.document().readout().time();
        if (time != trained && !Unroller.oneUnrollingServes(network, List.of(time, trained))) {
            return false;
        }
        Unrolling unrolling = Unroller.unroll(network, time);
        return !unrolling.readouts().isEmpty()
                && weights.keySet()
                        .containsAll(Lowering.lower(unrolling).parameters().keySet());
    }

    /** Train-mode logits, loss, states, statistics and gradients on the batch. */
    private void batch(Program program) throws EngineException {
        try (Executable executable = prepare(program, Mode.TRAIN, input("x"))) {
            StepResult step = executable.gradient(input("x"), input("labels").asInts());
            program.readouts().keySet().forEach(time -> results.put("logits@" + time, executable.logits(time)));
            results.put("loss", HostArray.scalar(step.loss()));
            program.states().keySet().forEach(state -> results.put("h/" + state, executable.state(state)));
            executable.batchStatistics().forEach((position, statistics) -> {
                results.put("mean/" + position, vector(statistics.mean()));
                results.put("var/" + position, vector(statistics.variance()));
            });
            executable.gradients().forEach((key, gradient) -> results.put("grad/" + key, gradient));
        }
    }

    private static HostArray vector(double[] values) {
        return HostArray.ofDoubles(new int[] {values.length}, values);
    }

    private void steps(Program program) throws EngineException {
        double[] losses = new double[STEPS];
        try (Executable executable = prepare(program, Mode.TRAIN, input("x"))) {
            executable.setVelocities(Map.of());
            executable.setStatistics(Map.of());
            for (int step = 0; step < STEPS; step++) {
                losses[step] = executable
                        .train(input("x"), input("labels").asInts(), UPDATE)
                        .loss();
            }
        }
        results.put("step_losses", HostArray.ofDoubles(new int[] {STEPS}, losses));
    }

    /** Recalibration on the batch, then evaluation of {@code eval_x}. */
    private void evaluation(Program program, int trained) throws EngineException {
        if (!arrays.containsKey("eval_x")) {
            return;
        }
        Map<String, ChannelStatistics> statistics;
        try (Executable executable = prepare(program, Mode.MEASURE, input("x"))) {
            executable.forward(input("x"));
            statistics = Recalibration.of(program, executable.batchStatistics());
        }
        boolean everyTime = program.normalization().statistics() == Normalization.Statistics.PER_TIME
                && program.normalization().affine() != Normalization.Affine.PER_TIME;
        try (Executable executable = prepare(program, Mode.EVALUATE, input("eval_x"))) {
            executable.setStatistics(statistics);
            executable.forward(input("eval_x"));
            for (int time : program.readouts().keySet()) {
                if (everyTime || time == trained) {
                    results.put("eval_logits@" + time, executable.logits(time));
                }
            }
        }
    }

    private Executable prepare(Program program, Mode mode, HostArray images) throws EngineException {
        Executable executable = engine.prepare(program, new Plan(mode, images.shape()[0], precision).keepingStates());
        executable.setParameters(weights);
        return executable;
    }

    private HostArray input(String key) throws EngineException {
        HostArray array = arrays.get(key);
        if (array == null) {
            throw new EngineException("The case lacks the array " + key + ".");
        }
        return array;
    }
}
