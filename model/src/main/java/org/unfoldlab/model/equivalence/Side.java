package org.unfoldlab.model.equivalence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.HostArray;

/** One execution of the network, moved step by step on one batch. */
final class Side implements AutoCloseable {
    private final Executable executable;
    private final HostArray images;
    private final int[] labels;

    /**
     * What one run gave.
     *
     * @param states every h(t) in order of time, N×C×H×W
     */
    record Run(Map<StateAt, HostArray> states, HostArray logits, double loss) {}

    Side(Executable executable, Map<String, HostArray> weights, HostArray images, int[] labels) {
        this.executable = executable;
        this.images = images;
        this.labels = labels.clone();
        executable.setParameters(weights);
        executable.setVelocities(Map.of());
        executable.setStatistics(Map.of());
    }

    Program program() {
        return executable.program();
    }

    /** Forward and backward without moving. */
    Run look() {
        return run(executable.gradient(images, labels).loss());
    }

    /** One training step; what it gives is from before the weights move. */
    Run train() {
        return run(executable.train(images, labels, EquivalenceSettings.UPDATE).loss());
    }

    private Run run(double loss) {
        Map<StateAt, HostArray> states = new LinkedHashMap<>();
        program().states().keySet().forEach(at -> states.put(at, executable.state(at)));
        return new Run(states, executable.logits(program().readoutTime()), loss);
    }

    /** Every h(t) with the present weights; forward only. */
    Map<StateAt, HostArray> states() {
        executable.forward(images);
        Map<StateAt, HostArray> states = new LinkedHashMap<>();
        program().states().keySet().forEach(at -> states.put(at, executable.state(at)));
        return states;
    }

    /** Gradients of the last run, by key. */
    Map<String, HostArray> gradients() {
        return executable.gradients();
    }

    /** Weights by key. */
    Map<String, HostArray> weights() {
        return executable.parameters();
    }

    /** Running mean and variance behind one another, for every position of the last run. */
    Map<NormPosition, double[]> statistics() {
        Map<String, ChannelStatistics> running = executable.statistics();
        Map<NormPosition, double[]> values = new LinkedHashMap<>();
        for (NormPosition position : executable.batchStatistics().keySet()) {
            ChannelStatistics found = running.get(program().statisticsKey(position));
            if (found != null) {
                values.put(position, joined(found.mean(), found.variance()));
            }
        }
        return values;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = new double[a.length + b.length];
        System.arraycopy(a, 0, both, 0, a.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Override
    public void close() {
        executable.close();
    }
}
