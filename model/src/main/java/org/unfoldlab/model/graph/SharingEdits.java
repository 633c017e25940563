package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/*
 * The painter works on listed groups. "Over time" is first written out as one group for each transition, over the
 * steps that its window holds at T; painting that leads back to exactly that list becomes "over time" again, and a
 * list without any group becomes "none".
 */
/** Ties and unties weights, as functions from document to document. */
public final class SharingEdits {
    private SharingEdits() {}

    /** One set of weights for each transition. */
    public static NetworkDocument overTime(NetworkDocument document) {
        return document.edit().sharing(new Sharing.OverTime()).build();
    }

    /** Every step has its own weights. */
    public static NetworkDocument none(NetworkDocument document) {
        return document.edit().sharing(new Sharing.None()).build();
    }

    /**
     * Ties steps to a group; they leave the groups they were in.
     *
     * @param group 1-based; one more than there are makes a new group
     */
    public static NetworkDocument tie(NetworkDocument document, Collection<Step> steps, int group) {
        List<List<String>> groups = without(written(document), Set.copyOf(steps)::contains);
        int index = Math.min(group, groups.size() + 1) - 1;
        if (index == groups.size()) {
            groups.add(new ArrayList<>());
        }
        Set<String> tied = new LinkedHashSet<>(groups.get(index));
        steps.forEach(step -> tied.add(step.toString()));
        groups.set(index, List.copyOf(tied));
        return painted(document, groups);
    }

    /** Gives steps weights of their own. */
    public static NetworkDocument untie(NetworkDocument document, Collection<Step> steps) {
        return painted(document, without(written(document), Set.copyOf(steps)::contains));
    }

    /** How many groups the painter sees. */
    public static int groupCount(NetworkDocument document) {
        return written(document).size();
    }

    /** The steps 1 … T−1 that a transition's window holds at the document's T. */
    public static List<Step> steps(NetworkDocument document, Transition transition) {
        Optional<Window> window = Window.parse(transition.window());
        return window.map(w -> w.steps(document.readout().time()).stream()
                        .mapToObj(t -> new Step(transition.id(), t))
                        .toList())
                .orElse(List.of());
    }

    private static NetworkDocument painted(NetworkDocument document, List<List<String>> groups) {
        List<List<String>> filled =
                groups.stream().filter(group -> !group.isEmpty()).toList();
        Sharing sharing = filled.isEmpty()
                ? new Sharing.None()
                : asSets(filled).equals(asSets(overTimeWritten(document)))
                        ? new Sharing.OverTime()
                        : new Sharing.Groups(filled);
        return document.edit().sharing(sharing).build();
    }

    private static Set<Set<String>> asSets(List<List<String>> groups) {
        Set<Set<String>> sets = new LinkedHashSet<>();
        groups.forEach(group -> sets.add(Set.copyOf(group)));
        return sets;
    }

    /** The groups as lists that can be changed. */
    private static List<List<String>> written(NetworkDocument document) {
        if (document.sharing() instanceof Sharing.Groups listed) {
            return new ArrayList<>(listed.groups());
        }
        return document.sharing() instanceof Sharing.OverTime ? overTimeWritten(document) : new ArrayList<>();
    }

    private static List<List<String>> overTimeWritten(NetworkDocument document) {
        List<List<String>> groups = new ArrayList<>();
        for (Transition transition : TransitionOrder.lettered(document)) {
            List<String> steps =
                    steps(document, transition).stream().map(Step::toString).toList();
            if (!steps.isEmpty()) {
                groups.add(steps);
            }
        }
        return groups;
    }

    private static List<List<String>> without(List<List<String>> groups, Predicate<Step> gone) {
        List<List<String>> left = new ArrayList<>();
        for (List<String> group : groups) {
            left.add(group.stream()
                    .filter(written -> Step.parse(written).filter(gone).isEmpty())
                    .toList());
        }
        return left;
    }

    /** Sharing without some steps; other kinds than listed groups stay as they are. */
    static Sharing without(Sharing sharing, Predicate<Step> gone) {
        if (!(sharing instanceof Sharing.Groups listed)) {
            return sharing;
        }
        List<List<String>> left = without(listed.groups(), gone).stream()
                .filter(group -> !group.isEmpty())
                .toList();
        return left.isEmpty() ? new Sharing.None() : new Sharing.Groups(left);
    }

    /** Sharing with transitions called by their new ids. */
    static Sharing renamed(Sharing sharing, Map<String, String> ids) {
        if (!(sharing instanceof Sharing.Groups listed)) {
            return sharing;
        }
        return new Sharing.Groups(listed.groups().stream()
                .map(group -> group.stream()
                        .map(written -> Step.parse(written)
                                .map(step -> new Step(
                                                ids.getOrDefault(step.transition(), step.transition()), step.time())
                                        .toString())
                                .orElse(written))
                        .toList())
                .toList());
    }
}
