package org.unfoldlab.model.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Program;

/**
 * Running averages of batch statistics: running ← 0.9·running + 0.1·batch (SPEC §4), beginning with mean 0 and
 * variance 1. Statistics shared over time take up every t in turn.
 */
public final class RunningStatistics {
    /** The running averages' momentum. */
    public static final double MOMENTUM = 0.9;

    private final Map<String, ChannelStatistics> running = new LinkedHashMap<>();

    /** Replaces all averages. */
    public void set(Map<String, ChannelStatistics> values) {
        running.clear();
        running.putAll(values);
    }

    /** All averages by {@link Program#statisticsKey}. */
    public Map<String, ChannelStatistics> all() {
        return new LinkedHashMap<>(running);
    }

    /**
     * The average under one key.
     *
     * @throws IllegalArgumentException when nothing is known of it
     */
    public ChannelStatistics at(String key) {
        ChannelStatistics known = running.get(key);
        if (known == null) {
            throw new IllegalArgumentException("there are no statistics for " + key);
        }
        return known;
    }

    /** Takes up the statistics of a batch, t after t. */
    public void average(Program program, Map<NormPosition, ChannelStatistics> batch) {
        batch.entrySet().stream()
                .sorted(Comparator.comparingInt(one -> one.getKey().time()))
                .forEachOrdered(one -> average(program.statisticsKey(one.getKey()), one.getValue()));
    }

    private void average(String key, ChannelStatistics measured) {
        ChannelStatistics before = running.getOrDefault(key, initial(measured.mean().length));
        running.put(
                key,
                new ChannelStatistics(
                        mixed(before.mean(), measured.mean()), mixed(before.variance(), measured.variance())));
    }

    /** Mean 0, variance 1. */
    public static ChannelStatistics initial(int channels) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return new ChannelStatistics(new double[channels], ones);
    }

    private static double[] mixed(double[] running, double[] batch) {
        double[] mixed = new double[running.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = MOMENTUM * running[i] + (1 - MOMENTUM) * batch[i];
        }
        return mixed;
    }
}
