package org.unfoldlab.model.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;

/**
 * What is made different on purpose in the unfolded network, to see where the claim fails.
 *
 * @param untied steps whose copies move by their own gradient alone
 * @param unsummed steps whose gradient is forgotten in the sum
 * @param push a nudge to one weight
 * @param timeVariant every step has its own weights, from its own start
 * @param sharedStatistics one running mean and variance for all t, the failure that the paper warns of
 */
public record Alteration(
        Set<Step> untied, Set<Step> unsummed, Optional<Push> push, boolean timeVariant, boolean sharedStatistics) {
    /** Nothing: the claim as it stands. */
    public static final Alteration NONE = new Alteration(Set.of(), Set.of(), Optional.empty(), false, false);

    public Alteration {
        untied = Set.copyOf(untied);
        unsummed = Set.copyOf(unsummed);
    }

    /** One more copy on its own, or one fewer. */
    public Alteration withUntied(Set<Step> steps) {
        return new Alteration(steps, unsummed, push, timeVariant, sharedStatistics);
    }

    public Alteration withUnsummed(Set<Step> steps) {
        return new Alteration(untied, steps, push, timeVariant, sharedStatistics);
    }

    public Alteration withPush(Optional<Push> newPush) {
        return new Alteration(untied, unsummed, newPush, timeVariant, sharedStatistics);
    }

    public Alteration withTimeVariant(boolean now) {
        return new Alteration(untied, unsummed, push, now, sharedStatistics);
    }

    public Alteration withSharedStatistics(boolean now) {
        return new Alteration(untied, unsummed, push, timeVariant, now);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** What is wrong with it for a network: a sentence for each step that does not run. */
    public List<String> problems(Unrolling unrolling) {
        Set<Step> named = new TreeSet<>(Step.BY_TIME);
        named.addAll(untied);
        named.addAll(unsummed);
        push.ifPresent(pushed -> named.add(pushed.step()));
        Set<Step> running = new TreeSet<>(Step.BY_TIME);
        unrolling.running().stream().map(TimedStep::step).forEach(running::add);
        List<String> problems = new ArrayList<>();
        for (Step step : named) {
            if (!running.contains(step)) {
                problems.add(missing(step, running, unrolling));
            }
        }
        return problems;
    }

    private static String missing(Step step, Set<Step> running, Unrolling unrolling) {
        List<Integer> times = running.stream()
                .filter(other -> other.transition().equals(step.transition()))
                .map(Step::time)
                .toList();
        if (times.isEmpty()) {
            List<String> ids = running.stream().map(Step::transition).distinct().toList();
            return "No transition " + step.transition() + " runs at T = " + unrolling.readoutTime() + ". There is "
                    + String.join(", ", ids) + ".";
        }
        return step + " does not run at T = " + unrolling.readoutTime() + ". " + step.transition() + " runs at t = "
                + ranges(times) + ".";
    }

    private static String ranges(List<Integer> times) {
        List<String> parts = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < times.size(); i++) {
            if (i + 1 == times.size() || times.get(i + 1) != times.get(i) + 1) {
                parts.add(first == i ? "" + times.get(i) : times.get(first) + " to " + times.get(i));
                first = i + 1;
            }
        }
        return String.join(", ", parts);
    }

    /** What was altered, in words, with the place: {@code h1-h1 is untied at t = 3}. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        untied.stream()
                .sorted(Step.BY_TIME)
                .forEach(step -> words.add(step.transition() + " is untied at t = " + step.time()));
        unsummed.stream()
                .sorted(Step.BY_TIME)
                .forEach(step -> words.add(step.transition() + " is left out of the sum at t = " + step.time()));
        push.ifPresent(pushed -> words.add("a weight of " + pushed.step().transition() + " is pushed by "
                + pushed.amount() + " at t = " + pushed.step().time()));
        if (timeVariant) {
            words.add("every step has its own weights");
        }
        if (sharedStatistics) {
            words.add("statistics are shared over time");
        }
        return words;
    }
}
