package org.unfoldlab.model.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.Checkpoint;

/**
 * What training has made so far.
 *
 * @param weights learned tensors by key
 * @param running running averages by {@code Program.statisticsKey}
 */
public record Trained(Map<String, HostArray> weights, Map<String, ChannelStatistics> running) {
    public Trained {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        running = Collections.unmodifiableMap(new LinkedHashMap<>(running));
    }

    static Trained of(Executable executable) {
        return new Trained(executable.parameters(), executable.statistics());
    }

    /** What a checkpoint holds. */
    public static Trained of(Checkpoint checkpoint) {
        Map<String, ChannelStatistics> running = new LinkedHashMap<>();
        checkpoint.means().forEach((key, mean) -> {
            HostArray variance = checkpoint.variances().get(key);
            if (variance != null) {
                running.put(key, new ChannelStatistics(mean.asDoubles(), variance.asDoubles()));
            }
        });
        return new Trained(checkpoint.weights(), running);
    }
}
