package org.unfoldlab.model.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Reach;

/*
 * Forwards: a step can run where its window holds t and its source is populated at t - 1 (Reach). Backwards: a step
 * runs if its target is wanted at t; then its source is wanted at t - 1. Wanted at first are the readout state at
 * r - 1 for each readout time r. One sweep over t each way, O(T x transitions), no recursion.
 */
/** Lays a network out in time (SPEC §2). */
public final class Unroller {
    private Unroller() {}

    /** Unrolls to the document's own readout time. */
    public static Unrolling unroll(Network network) {
        int time = network.document().readout().time();
        return unroll(network, time, List.of(time));
    }

    /** Unrolls to one readout time. */
    public static Unrolling unroll(Network network, int readoutTime) {
        return unroll(network, readoutTime, List.of(readoutTime));
    }

    /**
     * Unrolls with windows taken at T.
     *
     * @param readoutTime T, at least 1
     * @param wanted readout times, each in 1 … T
     */
    public static Unrolling unroll(Network network, int readoutTime, Collection<Integer> wanted) {
        if (readoutTime < 1 || wanted.stream().anyMatch(r -> r < 1 || r > readoutTime)) {
            throw new IllegalArgumentException("readout times " + wanted + " must be in 1.." + readoutTime);
        }
        Reach reach = Reach.of(
                network.transitions(),
                network.first().name(),
                network.document().stimulus().timing(),
                readoutTime);
        String readoutState = network.document().readout().state();
        SortedSet<Integer> answered = new TreeSet<>();
        SortedSet<Integer> silent = new TreeSet<>();
        wanted.forEach(r -> (reach.holds(readoutState, r - 1) ? answered : silent).add(r));
        return new Unrolling(
                network, readoutTime, answered, silent, reach, steps(network, readoutTime, reach, answered));
    }

    /**
     * True when one unrolling to the largest time serves all of them: at each smaller time the same steps could run.
     */
    public static boolean oneUnrollingServes(Network network, Collection<Integer> readoutTimes) {
        int longest = readoutTimes.stream().mapToInt(Integer::intValue).max().orElse(1);
        return readoutTimes.stream()
                .allMatch(time -> network.transitions().stream()
                        .allMatch(transition -> transition
                                .window()
                                .steps(time)
                                .equals(transition.window().times(longest, 1, time - 1))));
    }

    /** As few unrollings as serve all readout times: one for all, or else one each. */
    public static List<Unrolling> unrollAll(Network network, Collection<Integer> readoutTimes) {
        SortedSet<Integer> times = new TreeSet<>(readoutTimes);
        if (times.isEmpty()) {
            return List.of();
        }
        if (oneUnrollingServes(network, times)) {
            return List.of(unroll(network, times.last(), times));
        }
        return times.stream().map(time -> unroll(network, time)).toList();
    }

    private static List<TimedStep> steps(Network network, int readoutTime, Reach reach, Set<Integer> readouts) {
        String readoutState = network.document().readout().state();
        List<List<TimedStep>> byTime = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        for (int t = readoutTime - 1; t >= 1; t--) {
            if (readouts.contains(t + 1)) {
                wanted.add(readoutState);
            }
            List<TimedStep> now = stepsAt(network, t, readoutTime, reach, wanted);
            wanted.clear();
            now.stream()
                    .filter(TimedStep::runs)
                    .forEach(step -> wanted.add(step.transition().source().name()));
            byTime.add(now);
        }
        Collections.reverse(byTime);
        return byTime.stream().flatMap(List::stream).toList();
    }

    private static List<TimedStep> stepsAt(Network network, int t, int readoutTime, Reach reach, Set<String> wanted) {
        List<TimedStep> steps = new ArrayList<>();
        for (CheckedTransition transition : network.transitions()) {
            if (transition.window().steps(readoutTime).get(t)
                    && reach.holds(transition.source().name(), t - 1)) {
                steps.add(new TimedStep(
                        transition, t, wanted.contains(transition.target().name())));
            }
        }
        return steps;
    }
}
