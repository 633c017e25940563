package org.unfoldlab.model.program;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.network.Network;

/**
 * The figures of SPEC §5 for one readout time.
 *
 * @param parameters elements of the distinct tensors that running steps use
 * @param depth layers on the longest path from stimulus to readout; absent without a signal
 * @param multiplyAdds for one image
 */
public record Counts(long parameters, OptionalInt depth, long multiplyAdds) {
    /** Global pooling and the fully connected layer. */
    private static final int POST_NET_DEPTH = 2;

    /** Counts what an unrolling computes for its last readout. */
    public static Counts of(Unrolling unrolling) {
        if (unrolling.readouts().isEmpty()) {
            return new Counts(0, OptionalInt.empty(), 0);
        }
        Sharing sharing = unrolling.network().document().sharing();
        return new Counts(
                ParameterCount.of(unrolling, sharing), OptionalInt.of(depth(unrolling)), multiplyAdds(unrolling));
    }

    /** The parameters that the same steps would have if each had weights of its own. */
    public static long parametersWithoutSharing(Unrolling unrolling) {
        return ParameterCount.of(unrolling, new Sharing.None());
    }

    private static int depth(Unrolling unrolling) {
        Network network = unrolling.network();
        Map<StateAt, Integer> deepest = new HashMap<>();
        int preNet = network.preNet().depth();
        for (int t = 0; t < unrolling.readoutTime(); t++) {
            if (unrolling.reach().holds(network.first().name(), t)) {
                boolean arrives =
                        t == 0 || network.document().stimulus().timing() != org.unfoldlab.model.graph.Timing.ONSET;
                if (arrives) {
                    deepest.put(new StateAt(network.first().name(), t), preNet);
                }
            }
        }
        for (TimedStep step : unrolling.running()) {
            int depth = deepest.getOrDefault(step.input(), 0)
                    + step.transition().pipeline().depth();
            deepest.merge(step.output(), depth, Math::max);
        }
        StateAt source = unrolling.readoutSource(unrolling.readouts().last());
        return deepest.getOrDefault(source, preNet) + POST_NET_DEPTH;
    }

    private static long multiplyAdds(Unrolling unrolling) {
        Network network = unrolling.network();
        long steps = unrolling.running().stream()
                .mapToLong(step -> step.transition().multiplyAdds())
                .sum();
        int channels = network.state(network.document().readout().state()).channels();
        return network.preNet().multiplyAdds()
                + steps
                + (long) channels * network.document().classes();
    }
}
