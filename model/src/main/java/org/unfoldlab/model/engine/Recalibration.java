package org.unfoldlab.model.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Program;

/**
 * Turns the statistics of one run over a sample ({@link Mode#MEASURE}, the whole sample as a single batch) into the
 * statistics to evaluate with (SPEC §4, recalibration).
 */
public final class Recalibration {
    private Recalibration() {}

    /**
     * Statistics by {@link Program#statisticsKey}. With time-specific statistics they are the measured ones. With
     * statistics shared over time a key has one mean and one variance for all its steps: those of all values of all
     * steps together, mean = avg(mean_t), variance = avg(variance_t + mean_t²) − mean² (law of total variance; ours).
     */
    public static Map<String, ChannelStatistics> of(Program program, Map<NormPosition, ChannelStatistics> measured) {
        Map<String, List<ChannelStatistics>> byKey = new TreeMap<>();
        measured.forEach((position, statistics) -> byKey.merge(
                program.statisticsKey(position),
                List.of(statistics),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList()));
        Map<String, ChannelStatistics> pooled = new LinkedHashMap<>();
        byKey.forEach((key, parts) -> pooled.put(key, pooled(parts)));
        return pooled;
    }

    private static ChannelStatistics pooled(List<ChannelStatistics> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int channels = parts.get(0).mean().length;
        double[] mean = new double[channels];
        double[] variance = new double[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double squares = 0;
            for (ChannelStatistics part : parts) {
                sum += part.mean()[c];
                squares += part.variance()[c] + part.mean()[c] * part.mean()[c];
            }
            mean[c] = sum / parts.size();
            variance[c] = Math.max(0, squares / parts.size() - mean[c] * mean[c]);
        }
        return new ChannelStatistics(mean, variance);
    }
}
