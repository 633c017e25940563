package org.unfoldlab.model.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.Checkpoint;

/** Between an executable's learned state and the arrays of files. */
final class Checkpoints {
    private Checkpoints() {}

    static Checkpoint of(Executable executable, Checkpoint.Progress progress) {
        Map<String, HostArray> means = new LinkedHashMap<>();
        Map<String, HostArray> variances = new LinkedHashMap<>();
        executable.statistics().forEach((key, statistics) -> {
            means.put(key, vector(statistics.mean()));
            variances.put(key, vector(statistics.variance()));
        });
        return new Checkpoint(progress, executable.parameters(), executable.velocities(), means, variances);
    }

    /** Puts everything back; the executable then goes on with the same bits. */
    static void restore(Checkpoint checkpoint, Executable executable) {
        executable.setParameters(checkpoint.weights());
        executable.setVelocities(checkpoint.velocities());
        executable.setStatistics(Trained.of(checkpoint).running());
    }

    /**
     * {@code mean/KEY} and {@code var/KEY}, as in the golden cases, with something before.
     *
     * @param measured by position or by statistics key
     */
    static Map<String, HostArray> statistics(String prefix, Map<?, ChannelStatistics> measured) {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        measured.forEach((position, statistics) -> {
            arrays.put(prefix + "mean/" + position, vector(statistics.mean()));
            arrays.put(prefix + "var/" + position, vector(statistics.variance()));
        });
        return arrays;
    }

    private static HostArray vector(double[] values) {
        return HostArray.ofDoubles(new int[] {values.length}, values);
    }
}
