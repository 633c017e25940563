package org.unfoldlab.model.engine.unfolded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.RunningStatistics;
import org.unfoldlab.model.engine.StepResult;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

/**
 * The unrolled network in use. The network for the last readout time trains; each other readout time has a network of
 * its own, run forward only.
 */
public final class UnfoldedExecutable implements Executable {
    private final Program program;
    private final Plan plan;
    private final Tying tying;
    private final DataType type;
    private final TreeMap<Integer, UnrolledGraph> graphs = new TreeMap<>();
    private final Map<Copy, INDArray> velocities = new LinkedHashMap<>();
    private final RunningStatistics statistics = new RunningStatistics();
    private Map<Copy, INDArray> gradients = Map.of();

    UnfoldedExecutable(Program program, Plan plan, Tying tying) {
        this.program = program;
        this.plan = plan;
        this.tying = tying;
        type = plan.precision() == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        for (int readout : program.readouts().keySet()) {
            Program plain = Lowering.lower(
                    Unroller.unroll(program.source().network(), program.readoutTime(), List.of(readout)));
            graphs.put(readout, new UnrolledGraph(plain, type));
        }
    }

    private UnrolledGraph trained() {
        return graphs.lastEntry().getValue();
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
        for (UnrolledGraph graph : graphs.values()) {
            for (Copy copy : graph.copies()) {
                graph.set(copy, array(copy, values));
            }
        }
        trained()
                .copies()
                .forEach(copy -> velocities.putIfAbsent(
                        copy, Nd4j.zeros(type, trained().value(copy).shape())));
    }

    private INDArray array(Copy copy, Map<String, HostArray> values) {
        HostArray value = values.get(copy.parameter().key());
        if (value == null || value.size() != copy.parameter().size()) {
            throw new IllegalArgumentException("weight " + copy.parameter().key() + " must have shape "
                    + copy.parameter().shape() + (value == null ? ", it is missing" : ""));
        }
        long[] shape =
                copy.parameter().shape().stream().mapToLong(Integer::longValue).toArray();
        return Nd4j.createFromArray(value.asDoubles()).castTo(type).reshape('c', shape);
    }

    /** The first copy of every tensor; while the copies are tied they are all equal. */
    @Override
    public Map<String, HostArray> parameters() {
        Map<String, HostArray> first = new LinkedHashMap<>();
        copies().forEach((copy, value) -> first.putIfAbsent(copy.parameter().key(), value));
        return first;
    }

    /** The present value of every copy. */
    public Map<Copy, HostArray> copies() {
        Map<Copy, HostArray> values = new LinkedHashMap<>();
        trained().copies().forEach(copy -> values.put(copy, host(trained().value(copy))));
        return values;
    }

    /** The gradient of every copy in the last run, before any are summed. */
    public Map<Copy, HostArray> copyGradients() {
        Map<Copy, HostArray> values = new LinkedHashMap<>();
        gradients.forEach((copy, gradient) -> values.put(copy, host(gradient)));
        return values;
    }

    /** Adds a number to the first value of one copy, to see where the difference spreads. */
    public void push(Copy copy, double difference) {
        INDArray value = trained().value(copy);
        long[] first = new long[value.rank()];
        value.putScalar(first, value.getDouble(first) + difference);
        trained().set(copy, value);
    }

    @Override
    public void setVelocities(Map<String, HostArray> values) {
        for (Copy copy : trained().copies()) {
            velocities.put(
                    copy,
                    values.containsKey(copy.parameter().key())
                            ? array(copy, values)
                            : Nd4j.zeros(type, trained().value(copy).shape()));
        }
    }

    @Override
    public Map<String, HostArray> velocities() {
        Map<String, HostArray> first = new LinkedHashMap<>();
        velocities.forEach((copy, value) -> first.putIfAbsent(copy.parameter().key(), host(value)));
        return first;
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
        INDArray x = images(images);
        for (UnrolledGraph graph : graphs.values()) {
            if (plan.mode() == Mode.EVALUATE) {
                normalise(graph);
            }
            graph.forward(x, plan.mode() != Mode.EVALUATE);
        }
    }

    private void normalise(UnrolledGraph graph) {
        graph.norms().forEach(node -> {
            NormPosition position = ((Operation.BatchNorm) node.operation()).position();
            graph.setStatistics(node, statistics.at(program.statisticsKey(position)));
        });
    }

    private INDArray images(HostArray images) {
        long[] shape = java.util.Arrays.stream(images.shape()).asLongStream().toArray();
        return Nd4j.createFromArray(images.asDoubles()).castTo(type).reshape('c', shape);
    }

    @Override
    public StepResult gradient(HostArray images, int[] labels) {
        INDArray x = images(images);
        graphs.headMap(graphs.lastKey()).values().forEach(graph -> graph.forward(x, true));
        gradients = trained().gradients(x, answers(labels));
        INDArray logits = trained().logits();
        double loss = 0;
        int correct = 0;
        for (int n = 0; n < labels.length; n++) {
            double[] row = logits.getRow(n).toDoubleVector();
            loss += crossEntropy(row, labels[n]) / labels.length;
            correct += largest(row) == labels[n] ? 1 : 0;
        }
        boolean finite = Double.isFinite(loss)
                && gradients.values().stream()
                        .allMatch(g -> Double.isFinite(g.norm2Number().doubleValue()));
        return new StepResult(loss, correct, finite);
    }

    /** N×classes, 1 at the label. */
    private INDArray answers(int[] labels) {
        INDArray answers = Nd4j.zeros(
                type, labels.length, program.source().network().document().classes());
        for (int n = 0; n < labels.length; n++) {
            answers.putScalar(n, labels[n], 1);
        }
        return answers;
    }

    private static double crossEntropy(double[] logits, int label) {
        double largest = logits[largest(logits)];
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return Math.log(sum) - (logits[label] - largest);
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    @Override
    public StepResult train(HostArray images, int[] labels, Update update) {
        StepResult result = gradient(images, labels);
        if (result.finite()) {
            statistics.average(program, trained().batchStatistics());
            Map<String, INDArray> sums = sums();
            gradients.forEach((copy, own) -> move(copy, isAmong(tying.untied(), copy) ? own : sum(sums, copy), update));
            follow();
        }
        return result;
    }

    private static INDArray sum(Map<String, INDArray> sums, Copy copy) {
        INDArray sum = sums.get(copy.parameter().key());
        if (sum == null) {
            throw new IllegalStateException(
                    "no gradient for " + copy.parameter().key());
        }
        return sum;
    }

    /** The sum of the gradients of all copies, by key. */
    private Map<String, INDArray> sums() {
        Map<String, INDArray> sums = new LinkedHashMap<>();
        gradients.forEach((copy, gradient) -> {
            INDArray counted =
                    isAmong(tying.unsummed(), copy) ? gradient.ulike().assign(0) : gradient;
            sums.merge(copy.parameter().key(), counted, INDArray::add);
        });
        return sums;
    }

    private static boolean isAmong(Set<Step> steps, Copy copy) {
        return copy.origin() instanceof Origin.OfStep step && steps.contains(step.step());
    }

    /** v ← μv − η(∇ + λw), w ← w + v on one copy (SPEC §7). */
    private void move(Copy copy, INDArray gradient, Update update) {
        INDArray w = trained().value(copy).dup();
        INDArray v = velocities.computeIfAbsent(copy, c -> Nd4j.zeros(type, w.shape()));
        double decay = copy.parameter().decays() ? update.weightDecay() : 0;
        v.muli(update.momentum()).subi(gradient.add(w.mul(decay)).muli(update.learningRate()));
        trained().set(copy, w.addi(v));
    }

    /** The networks of the other readout times take over the trained weights. */
    private void follow() {
        if (graphs.size() > 1) {
            Map<String, HostArray> values = parameters();
            graphs.headMap(graphs.lastKey())
                    .values()
                    .forEach(graph -> graph.copies().forEach(copy -> graph.set(copy, array(copy, values))));
        }
    }

    @Override
    public HostArray logits(int readoutTime) {
        UnrolledGraph graph = graphs.get(readoutTime);
        if (graph == null) {
            throw new IllegalArgumentException("no signal yet at T = " + readoutTime);
        }
        return host(graph.logits());
    }

    @Override
    public HostArray state(StateAt state) {
        return graphs.descendingMap().values().stream()
                .flatMap(graph -> graph.state(state).stream())
                .findFirst()
                .map(UnfoldedExecutable::host)
                .orElseThrow(() -> new IllegalArgumentException(state + " is not computed"));
    }

    @Override
    public Map<NormPosition, ChannelStatistics> batchStatistics() {
        Map<NormPosition, ChannelStatistics> all = new LinkedHashMap<>();
        graphs.descendingMap().values().forEach(graph -> graph.batchStatistics().forEach(all::putIfAbsent));
        return all;
    }

    /** The sum that moves the tied copies of each tensor. */
    @Override
    public Map<String, HostArray> gradients() {
        Map<String, HostArray> hosts = new LinkedHashMap<>();
        sums().forEach((key, sum) -> hosts.put(key, host(sum)));
        return hosts;
    }

    @Override
    public Optional<Origin> firstNotFinite() {
        return trained().firstNotFinite();
    }

    @Override
    public long bufferBytes() {
        return trained().copies().stream()
                .mapToLong(copy -> 3L * copy.parameter().size() * type.width())
                .sum();
    }

    @Override
    public void close() {
        graphs.clear();
        velocities.clear();
    }

    private static HostArray host(INDArray array) {
        INDArray flat = array.dup('c').reshape('c', new long[] {array.length()});
        int[] shape = java.util.Arrays.stream(array.shape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return array.dataType() == DataType.FLOAT
                ? HostArray.ofFloats(shape, flat.toFloatVector())
                : HostArray.ofDoubles(shape, flat.toDoubleVector());
    }
}
