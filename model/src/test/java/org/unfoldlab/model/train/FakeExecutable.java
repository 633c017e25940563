package org.unfoldlab.model.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.StepResult;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.HostArray;

/** Weights chase a mixture of the images and themselves; statistics average what the batches hold. */
final class FakeExecutable implements Executable {
    private static final double BLOWS_UP_ABOVE = 100;

    private final Program program;
    private final Plan plan;
    private final Map<String, HostArray> weights = new LinkedHashMap<>();
    private final Map<String, HostArray> velocities = new LinkedHashMap<>();
    private final Map<String, ChannelStatistics> statistics = new LinkedHashMap<>();
    private HostArray last = HostArray.scalar(0);

    FakeExecutable(Program program, Plan plan) {
        this.program = program;
        this.plan = plan;
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
        for (String key : program.parameters().keySet()) {
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException("weight " + key + " is missing");
            }
            weights.put(key, values.get(key));
            velocities.putIfAbsent(key, zero(values.get(key)));
        }
    }

    private static HostArray zero(HostArray like) {
        return HostArray.ofFloats(like.shape(), new float[like.size()]);
    }

    @Override
    public Map<String, HostArray> parameters() {
        return Map.copyOf(weights);
    }

    @Override
    public void setVelocities(Map<String, HostArray> values) {
        weights.forEach((key, weight) -> velocities.put(key, values.getOrDefault(key, zero(weight))));
    }

    @Override
    public Map<String, HostArray> velocities() {
        return Map.copyOf(velocities);
    }

    @Override
    public void setStatistics(Map<String, ChannelStatistics> values) {
        for (NormPosition position : ReadoutPlan.positions(program)) {
            String key = program.statisticsKey(position);
            if (plan.mode() == Mode.EVALUATE && !values.containsKey(key)) {
                throw new IllegalArgumentException("statistics of " + key + " are missing");
            }
            statistics.put(key, values.getOrDefault(key, new ChannelStatistics(new double[] {0}, new double[] {1})));
        }
    }

    @Override
    public Map<String, ChannelStatistics> statistics() {
        return Map.copyOf(statistics);
    }

    @Override
    public void forward(HostArray images) {
        last = images;
    }

    @Override
    public StepResult gradient(HostArray images, int[] labels) {
        last = images;
        return new StepResult(1, 0, true);
    }

    @Override
    public StepResult train(HostArray images, int[] labels, Update update) {
        double mean = mean(images) + labels[0];
        boolean finite = update.learningRate() < BLOWS_UP_ABOVE;
        if (finite) {
            weights.replaceAll((key, weight) -> learned(key, weight, mean, update));
            statistics.replaceAll((key, old) -> new ChannelStatistics(
                    new double[] {0.9 * old.mean()[0] + 0.1 * mean}, new double[] {0.9 * old.variance()[0] + 0.1}));
        }
        int correct = Math.floorMod((int) Math.floor(mean * 100), labels.length + 1);
        return new StepResult(finite ? Math.abs(mean) : Double.NaN, correct, finite);
    }

    private HostArray learned(String key, HostArray weight, double mean, Update update) {
        float[] w = weight.asFloats();
        float[] v = velocities.getOrDefault(key, zero(weight)).asFloats();
        for (int i = 0; i < w.length; i++) {
            double gradient = Math.sin(w[i] + mean) + update.weightDecay() * w[i];
            v[i] = (float) (update.momentum() * v[i] - update.learningRate() * gradient);
            w[i] += v[i];
        }
        velocities.put(key, HostArray.ofFloats(weight.shape(), v));
        return HostArray.ofFloats(weight.shape(), w);
    }

    private static double mean(HostArray images) {
        double sum = 0;
        double[] values = images.asDoubles();
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * (1 + i % 7);
        }
        return sum / values.length;
    }

    /** Halves with each t. */
    @Override
    public HostArray state(StateAt state) {
        return HostArray.ofFloats(new int[] {2}, (float) Math.pow(0.5, state.time()), 0);
    }

    /** Half of each weight. */
    @Override
    public Map<String, HostArray> gradients() {
        Map<String, HostArray> halves = new LinkedHashMap<>();
        weights.forEach((key, weight) -> {
            float[] half = weight.asFloats();
            for (int i = 0; i < half.length; i++) {
                half[i] /= 2;
            }
            halves.put(key, HostArray.ofFloats(weight.shape(), half));
        });
        return halves;
    }

    /** Class 0 always. */
    @Override
    public HostArray logits(int readoutTime) {
        int images = last.shape()[0];
        int classes = program.source().network().document().classes();
        float[] logits = new float[images * classes];
        for (int i = 0; i < images; i++) {
            logits[i * classes] = readoutTime;
        }
        return HostArray.ofFloats(new int[] {images, classes}, logits);
    }

    @Override
    public Map<NormPosition, ChannelStatistics> batchStatistics() {
        Map<NormPosition, ChannelStatistics> all = new LinkedHashMap<>();
        for (NormPosition position : ReadoutPlan.positions(program)) {
            all.put(position, new ChannelStatistics(new double[] {mean(last)}, new double[] {1}));
        }
        return all;
    }

    @Override
    public Optional<Origin> firstNotFinite() {
        return Optional.of(new Origin.PostNet(program.readoutTime()));
    }

    @Override
    public long bufferBytes() {
        return 0;
    }

    @Override
    public void close() {
        weights.clear();
    }
}
