package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/*
 * The painter works on listed groups. "Over time" is first written out as one group for each transition, over all steps
 * 1 … T−1, whether its window holds them at this T or not: so a moved window or a lower T changes no letter. Painting
 * that leads back to exactly that list becomes "over time" again, and a list without any step becomes "none". A group
 * that loses its last step stays as an empty place, so that no other group changes its letter under the brush.
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
     * @param group 1-based; a number that is not in use makes a new group
     */
    public static NetworkDocument tie(NetworkDocument document, Collection<Step> steps, int group) {
        if (steps.isEmpty()) {
            return document;
        }
        List<List<String>> groups = without(written(document), Set.copyOf(steps)::contains);
        while (groups.size() < group) {
            groups.add(List.of());
        }
        Set<String> tied = new LinkedHashSet<>(groups.get(group - 1));
        steps.forEach(step -> tied.add(step.toString()));
        groups.set(group - 1, List.copyOf(tied));
        return painted(document, groups);
    }

    /** Gives steps weights of their own. */
    public static NetworkDocument untie(NetworkDocument document, Collection<Step> steps) {
        return steps.isEmpty() ? document : painted(document, without(written(document), Set.copyOf(steps)::contains));
    }

    /** The number of the first group that is not in use. */
    public static int freshGroup(NetworkDocument document) {
        List<List<String>> groups = written(document);
        return 1
                + IntStream.range(0, groups.size())
                        .filter(index -> groups.get(index).isEmpty())
                        .findFirst()
                        .orElse(groups.size());
    }

    /** All steps 1 … T−1 of a transition at the document's T, in its window or not. */
    public static List<Step> steps(NetworkDocument document, Transition transition) {
        return IntStream.range(1, document.readout().time())
                .mapToObj(t -> new Step(transition.id(), t))
                .toList();
    }

    /**
     * Listed groups for a later readout time: each step that was neither there nor listed before takes the weights of
     * the step before it. Steps that were untied by hand stay so.
     */
    static Sharing reaching(NetworkDocument document, int readoutTime) {
        if (!(document.sharing() instanceof Sharing.Groups listed)) {
            return document.sharing();
        }
        Map<Step, Integer> groupOf = new HashMap<>();
        for (int g = 0; g < listed.groups().size(); g++) {
            for (String written : listed.groups().get(g)) {
                int group = g;
                Step.parse(written).ifPresent(step -> groupOf.putIfAbsent(step, group));
            }
        }
        int listedTo = groupOf.keySet().stream().mapToInt(Step::time).max().orElse(0);
        int last = Math.max(listedTo, document.readout().time() - 1);
        List<List<String>> groups = new ArrayList<>(listed.groups());
        for (Transition transition : document.transitions()) {
            Integer group = groupOf.get(new Step(transition.id(), last));
            if (group != null) {
                List<String> longer = new ArrayList<>(groups.get(group));
                IntStream.range(last + 1, readoutTime)
                        .forEach(t -> longer.add(new Step(transition.id(), t).toString()));
                groups.set(group, longer);
            }
        }
        return new Sharing.Groups(groups);
    }

    private static NetworkDocument painted(NetworkDocument document, List<List<String>> groups) {
        Set<Set<String>> sets = asSets(groups);
        Sharing sharing = sets.isEmpty()
                ? new Sharing.None()
                : sets.equals(asSets(overTimeWritten(document))) ? new Sharing.OverTime() : trimmed(groups);
        return document.edit().sharing(sharing).build();
    }

    private static Sharing trimmed(List<List<String>> groups) {
        int used = groups.size();
        while (used > 0 && groups.get(used - 1).isEmpty()) {
            used--;
        }
        return used == 0 ? new Sharing.None() : new Sharing.Groups(groups.subList(0, used));
    }

    private static Set<Set<String>> asSets(List<List<String>> groups) {
        Set<Set<String>> sets = new LinkedHashSet<>();
        groups.stream().filter(group -> !group.isEmpty()).forEach(group -> sets.add(Set.copyOf(group)));
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
            groups.add(steps(document, transition).stream().map(Step::toString).toList());
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
        return trimmed(without(listed.groups(), gone));
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
