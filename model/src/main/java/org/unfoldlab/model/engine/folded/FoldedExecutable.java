package org.unfoldlab.model.engine.folded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.RunningStatistics;
import org.unfoldlab.model.engine.StepResult;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.WeightNames;
import org.unfoldlab.model.result.HostArray;

/** Holds weights, velocities and running statistics, and runs the recurrence with them. */
final class FoldedExecutable implements Executable {
    private final Program program;
    private final Plan plan;
    private final DataType type;
    private final Map<String, INDArray> weights = new LinkedHashMap<>();
    private final Map<String, INDArray> velocities = new LinkedHashMap<>();
    private final RunningStatistics statistics = new RunningStatistics();
    private Gradients gradients = new Gradients();
    private @Nullable Recurrence recurrence;
    private Map<NormPosition, ChannelStatistics> measured = Map.of();

    FoldedExecutable(Program program, Plan plan) {
        this.program = program;
        this.plan = plan;
        type = plan.precision() == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public void setParameters(Map<String, HostArray> values) {
        program.parameters().forEach((key, parameter) -> weights.put(key, array(parameter, values.get(key))));
        weights.forEach(
                (key, weight) -> velocities.putIfAbsent(key, weight.ulike().assign(0)));
    }

    private INDArray array(Parameter parameter, @Nullable HostArray value) {
        if (value == null || value.size() != parameter.size()) {
            throw new IllegalArgumentException("weight " + parameter.key() + " must have shape " + parameter.shape()
                    + (value == null ? ", it is missing" : ""));
        }
        long[] shape = parameter.shape().stream().mapToLong(Integer::longValue).toArray();
        return Nd4j.createFromArray(value.asDoubles()).castTo(type).reshape('c', shape);
    }

    @Override
    public Map<String, HostArray> parameters() {
        return hosts(weights);
    }

    @Override
    public void setVelocities(Map<String, HostArray> values) {
        program.parameters().forEach((key, parameter) -> {
            HostArray value = values.get(key);
            long[] shape =
                    parameter.shape().stream().mapToLong(Integer::longValue).toArray();
            velocities.put(key, value == null ? Nd4j.zeros(type, shape) : array(parameter, value));
        });
    }

    @Override
    public Map<String, HostArray> velocities() {
        return hosts(velocities);
    }

    private static Map<String, HostArray> hosts(Map<String, INDArray> arrays) {
        Map<String, HostArray> hosts = new LinkedHashMap<>();
        arrays.forEach((key, array) -> hosts.put(key, Arrays4.host(array)));
        return hosts;
    }

    @Override
    public void setStatistics(Map<String, ChannelStatistics> values) {
        statistics.set(values);
    }

    @Override
    public Map<String, ChannelStatistics> statistics() {
        return statistics.all();
    }

    @Override
    public void forward(HostArray images) {
        Network network = program.source().network();
        Normalization rules = program.normalization();
        Norms norms = plan.mode() == Mode.EVALUATE
                ? new Norms(rules.epsilon(), position -> statistics.at(program.statisticsKey(position)))
                : new Norms(rules.epsilon());
        gradients = new Gradients();
        Functions functions =
                new Functions(weights, new WeightNames(network.document()), rules.affine(), norms, gradients);
        Recurrence run = new Recurrence(
                network, program.readoutTime(), new TreeSet<>(program.readouts().keySet()), functions);
        run.run(Arrays4.fromHost(images, type));
        recurrence = run;
        measured = norms.measured();
    }

    /** Mean cross-entropy −log softmax(label) and its gradient (softmax − one-hot) / N. */
    @Override
    public StepResult gradient(HostArray images, int[] labels) {
        forward(images);
        int readout = program.readouts().lastKey();
        INDArray logits = run().logits(readout);
        INDArray shifted = logits.subRowVector(logits.max(0));
        INDArray exponentials = Transforms.exp(shifted, true);
        INDArray probabilities = exponentials.diviRowVector(exponentials.sum(0));
        double loss = 0;
        int correct = 0;
        INDArray g = probabilities.dup();
        for (int n = 0; n < labels.length; n++) {
            loss -= Math.log(probabilities.getDouble(labels[n], n)) / labels.length;
            correct += Nd4j.argMax(logits.getColumn(n)).getInt(0) == labels[n] ? 1 : 0;
            g.putScalar(labels[n], n, g.getDouble(labels[n], n) - 1);
        }
        run().backward(readout, g.divi(labels.length));
        boolean finite = Double.isFinite(loss)
                && gradients.sums().values().stream()
                        .allMatch(sum -> Double.isFinite(sum.norm2Number().doubleValue()));
        return new StepResult(loss, correct, finite);
    }

    @Override
    public StepResult train(HostArray images, int[] labels, Update update) {
        StepResult result = gradient(images, labels);
        if (result.finite()) {
            statistics.average(program, measured);
            program.parameters().values().forEach(parameter -> move(parameter, update));
        }
        return result;
    }

    /** v ← μv − η(∇ + λw), w ← w + v (SPEC §7). */
    private void move(Parameter parameter, Update update) {
        INDArray w = weights.get(parameter.key());
        INDArray v = velocities.get(parameter.key());
        INDArray gradient = gradients.sums().get(parameter.key());
        if (w == null || v == null || gradient == null) {
            return;
        }
        double decay = parameter.decays() ? update.weightDecay() : 0;
        v.muli(update.momentum())
                .subi(gradient.reshape(w.shape()).add(w.mul(decay)).muli(update.learningRate()));
        w.addi(v);
    }

    @Override
    public HostArray logits(int readoutTime) {
        return Arrays4.host(run().logits(readoutTime).transpose());
    }

    @Override
    public HostArray state(StateAt state) {
        INDArray value = run().seen().get(state);
        if (value == null) {
            throw new IllegalArgumentException(state + " is not computed");
        }
        return Arrays4.toHost(value);
    }

    @Override
    public Map<NormPosition, ChannelStatistics> batchStatistics() {
        return measured;
    }

    @Override
    public Map<String, HostArray> gradients() {
        Map<String, HostArray> hosts = new LinkedHashMap<>();
        program.parameters().keySet().forEach(key -> {
            INDArray sum = gradients.sums().get(key);
            if (sum != null) {
                hosts.put(key, Arrays4.host(sum));
            }
        });
        return hosts;
    }

    @Override
    public Optional<Origin> firstNotFinite() {
        return run().seen().entrySet().stream()
                .filter(entry -> !Double.isFinite(entry.getValue().norm2Number().doubleValue()))
                .map(entry -> (Origin) new Origin.OfState(entry.getKey()))
                .findFirst();
    }

    private Recurrence run() {
        Recurrence last = recurrence;
        if (last == null) {
            throw new IllegalStateException("nothing has been run yet");
        }
        return last;
    }

    @Override
    public long bufferBytes() {
        return weights.values().stream()
                .mapToLong(weight -> 2 * weight.length() * type.width())
                .sum();
    }

    @Override
    public void close() {
        recurrence = null;
        weights.clear();
        velocities.clear();
    }
}
