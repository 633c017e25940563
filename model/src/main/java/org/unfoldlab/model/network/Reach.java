package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unfoldlab.model.graph.Timing;

/**
 * Which states hold something at which time (SPEC §2): at t = 0 the first alone; at t every target of a transition
 * whose window holds t and whose source was populated at t − 1; with a sustained stimulus the first state always.
 *
 * @param populated names by time, index 0 … T−1
 */
public record Reach(List<Set<String>> populated) {
    public Reach {
        populated = populated.stream().map(Set::copyOf).toList();
    }

    /** Follows the signal for a readout at T, windows taken at T. */
    public static Reach of(Iterable<CheckedTransition> transitions, String first, Timing timing, int readoutTime) {
        List<Set<String>> populated = new ArrayList<>();
        populated.add(Set.of(first));
        for (int t = 1; t < readoutTime; t++) {
            Set<String> now = new HashSet<>();
            if (timing != Timing.ONSET) {
                now.add(first);
            }
            for (CheckedTransition transition : transitions) {
                if (transition.window().steps(readoutTime).get(t)
                        && populated.get(t - 1).contains(transition.source().name())) {
                    now.add(transition.target().name());
                }
            }
            populated.add(now);
        }
        return new Reach(populated);
    }

    public boolean holds(String state, int time) {
        return time >= 0 && time < populated.size() && populated.get(time).contains(state);
    }

    /** First t at which a state is populated, −1 if never. */
    public int firstTime(String state) {
        for (int t = 0; t < populated.size(); t++) {
            if (populated.get(t).contains(state)) {
                return t;
            }
        }
        return -1;
    }
}
