package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionOrder;
import org.unfoldlab.model.network.Direction;

/**
 * The letters of a document's weights. Shared over time, each transition has one: lateral transitions first, then
 * feed-forward, then feedback, each in the order of the states. Listed groups have the letter of their place in the
 * list. Steps with weights of their own have none.
 */
public final class WeightGroups {
    private final Map<String, WeightGroup> byTransition = new HashMap<>();
    private final Map<Step, WeightGroup> byStep = new HashMap<>();
    private final List<WeightGroup> all = new ArrayList<>();

    private WeightGroups() {}

    /** The letters of a document, whether it can run or not. */
    public static WeightGroups of(NetworkDocument document) {
        WeightGroups groups = new WeightGroups();
        if (document.sharing() instanceof Sharing.OverTime) {
            groups.overTime(document);
        } else if (document.sharing() instanceof Sharing.Groups listed) {
            groups.listed(document, listed.groups());
        }
        return groups;
    }

    /** Which way a transition goes in the order of the states; an end that does not exist counts as the first state. */
    public static Direction direction(NetworkDocument document, Transition transition) {
        int order = Integer.compare(row(document, transition.to()), row(document, transition.from()));
        return order > 0 ? Direction.FEED_FORWARD : order == 0 ? Direction.LATERAL : Direction.FEEDBACK;
    }

    private static int row(NetworkDocument document, String name) {
        return Math.max(0, document.states().stream().map(State::name).toList().indexOf(name));
    }

    private void overTime(NetworkDocument document) {
        for (Transition transition : TransitionOrder.lettered(document)) {
            WeightGroup group = new WeightGroup(all.size() + 1, direction(document, transition), false);
            byTransition.put(transition.id(), group);
            all.add(group);
        }
    }

    private void listed(NetworkDocument document, List<List<String>> sets) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < sets.size(); index++) {
            List<Step> steps = sets.get(index).stream()
                    .map(Step::parse)
                    .flatMap(Optional::stream)
                    .toList();
            if (steps.isEmpty()) {
                continue;
            }
            Optional<Transition> first =
                    steps.stream().findFirst().flatMap(step -> document.transition(step.transition()));
            int before = first.map(t -> seen.merge(t.id(), 1, Integer::sum) - 1).orElse(0);
            WeightGroup group = new WeightGroup(
                    index + 1, first.map(t -> direction(document, t)).orElse(Direction.LATERAL), before % 2 == 1);
            all.add(group);
            steps.forEach(step -> byStep.putIfAbsent(step, group));
        }
    }

    /** The group of a step; absent when its weights are its own. */
    public Optional<WeightGroup> of(Step step) {
        WeightGroup shared = byTransition.get(step.transition());
        return Optional.ofNullable(shared != null ? shared : byStep.get(step));
    }

    /** The groups of a transition's steps, in order of their letters. */
    public List<WeightGroup> ofTransition(String id) {
        WeightGroup shared = byTransition.get(id);
        if (shared != null) {
            return List.of(shared);
        }
        return byStep.entrySet().stream()
                .filter(entry -> entry.getKey().transition().equals(id))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted(Comparator.comparingInt(WeightGroup::number))
                .toList();
    }

    /** Every group that holds a step, by letter. */
    public List<WeightGroup> all() {
        return List.copyOf(all);
    }

    /** The group with that number; absent when no step is in it. */
    public Optional<WeightGroup> numbered(int number) {
        return all.stream().filter(group -> group.number() == number).findFirst();
    }
}
