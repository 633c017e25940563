package org.unfoldlab.model.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Network;

/*
 * The longest path to the readout state at T - 1 uses running steps only, so pruning need not be known: one sweep
 * over t, O(T x transitions), gives the depth at every state and time. Where a window refers to T, each readout time
 * gets a sweep of its own; the others read theirs from the sweep for the longest.
 */
/** How deep the unrolled network is, read out at each time: the figures under the time axis (SPEC §5). */
public final class ReadoutDepths {
    /** Global pooling and the fully connected layer. */
    private static final int POST_NET_DEPTH = 2;

    private final Network network;
    private final List<CheckedTransition> transitions;
    private final int[] sources;
    private final int[] targets;
    private final int[] depths;

    private ReadoutDepths(Network network) {
        this.network = network;
        transitions = network.transitions();
        sources = transitions.stream()
                .mapToInt(t -> network.states().indexOf(t.source()))
                .toArray();
        targets = transitions.stream()
                .mapToInt(t -> network.states().indexOf(t.target()))
                .toArray();
        depths = transitions.stream().mapToInt(t -> t.pipeline().depth()).toArray();
    }

    /**
     * Layers from stimulus to answer for each readout time 0 … {@code longest}, windows taken at that time; absent at
     * 0 and wherever the readout has no signal.
     */
    public static List<OptionalInt> upTo(Network network, int longest) {
        return new ReadoutDepths(network).all(longest);
    }

    private List<OptionalInt> all(int longest) {
        BitSet[] windows = windows(longest);
        int[] shared = sweep(longest, windows);
        List<OptionalInt> found = new ArrayList<>();
        found.add(OptionalInt.empty());
        for (int time = 1; time <= longest; time++) {
            BitSet[] own = windows(time);
            int deepest = serves(windows, own, time) ? shared[time - 1] : sweep(time, own)[time - 1];
            found.add(deepest < 0 ? OptionalInt.empty() : OptionalInt.of(deepest + POST_NET_DEPTH));
        }
        return found;
    }

    private BitSet[] windows(int readoutTime) {
        return transitions.stream().map(t -> t.window().steps(readoutTime)).toArray(BitSet[]::new);
    }

    /** True when both hold the same steps before that time. */
    private static boolean serves(BitSet[] longer, BitSet[] own, int time) {
        for (int i = 0; i < own.length; i++) {
            if (!longer[i].get(0, time).equals(own[i].get(0, time))) {
                return false;
            }
        }
        return true;
    }

    /** Depth of the readout state's h(t) for t = 0 … readoutTime − 1, −1 where it is not populated. */
    private int[] sweep(int readoutTime, BitSet[] windows) {
        int readout = network.states()
                .indexOf(network.state(network.document().readout().state()));
        boolean again = network.document().stimulus().timing() != Timing.ONSET;
        int[] result = new int[readoutTime];
        int[] now = new int[network.states().size()];
        Arrays.fill(now, -1);
        now[0] = network.preNet().depth();
        result[0] = now[readout];
        for (int t = 1; t < readoutTime; t++) {
            int[] next = new int[now.length];
            Arrays.fill(next, -1);
            next[0] = again ? network.preNet().depth() : -1;
            for (int i = 0; i < sources.length; i++) {
                if (windows[i].get(t) && now[sources[i]] >= 0) {
                    next[targets[i]] = Math.max(next[targets[i]], now[sources[i]] + depths[i]);
                }
            }
            now = next;
            result[t] = now[readout];
        }
        return result;
    }
}
