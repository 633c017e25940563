package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.StateAt;

/**
 * What is chosen, the same in all views.
 *
 * @param items in the order of choosing
 */
public record Selection(Set<Item> items) {
    /** Nothing. */
    public static final Selection NONE = new Selection(Set.of());

    public Selection {
        items = Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }

    /** One thing. */
    public static Selection of(Item item) {
        return new Selection(Set.of(item));
    }

    /** One thing or nothing. */
    public static Selection of(Optional<Item> item) {
        return item.map(Selection::of).orElse(NONE);
    }

    /** With that thing added, or taken away if it was there. */
    public Selection toggled(Item item) {
        Set<Item> changed = new LinkedHashSet<>(items);
        if (!changed.remove(item)) {
            changed.add(item);
        }
        return new Selection(changed);
    }

    /** Without what a document does not hold any more. */
    public Selection within(NetworkDocument document) {
        Set<Item> left = new LinkedHashSet<>(items);
        left.removeIf(item -> !isIn(document, item));
        return left.size() == items.size() ? this : new Selection(left);
    }

    private static boolean isIn(NetworkDocument document, Item item) {
        if (item instanceof Item.OfState state) {
            return document.state(state.name()).isPresent();
        }
        if (item instanceof Item.OfStateAt copy) {
            return document.state(copy.at().state()).isPresent();
        }
        if (item instanceof Item.OfStep step) {
            return document.transition(step.step().transition()).isPresent();
        }
        return !(item instanceof Item.OfTransition transition)
                || document.transition(transition.id()).isPresent();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public boolean holds(Item item) {
        return items.contains(item);
    }

    /** The only thing chosen; absent when there are none or several. */
    public Optional<Item> single() {
        return items.size() == 1 ? items.stream().findFirst() : Optional.empty();
    }

    /** True when the state itself is chosen. */
    public boolean marksState(String name) {
        return holds(new Item.OfState(name));
    }

    /** True when h(t) is chosen, or the state it belongs to. */
    public boolean marksStateAt(StateAt at) {
        return holds(new Item.OfStateAt(at)) || marksState(at.state());
    }

    /** True when the transition is chosen, or a step of it. */
    public boolean marksTransition(String id) {
        return items.stream()
                .anyMatch(item ->
                        item instanceof Item.OfTransition chosen && chosen.id().equals(id)
                                || item instanceof Item.OfStep step
                                        && step.step().transition().equals(id));
    }

    /** All steps of the chosen transitions, and the chosen steps. */
    public List<Step> steps(NetworkDocument document) {
        List<Step> steps = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.OfTransition chosen) {
                document.transition(chosen.id()).ifPresent(t -> steps.addAll(SharingEdits.steps(document, t)));
            } else if (item instanceof Item.OfStep chosen) {
                steps.add(chosen.step());
            }
        }
        return steps;
    }

    /** True when the step is chosen, its transition, or a step that shares its weights. */
    public boolean marksStep(Step step, WeightGroups groups) {
        return items.stream().anyMatch(item -> marks(item, step, groups));
    }

    /** True when that very step is chosen, or one that shares its weights. */
    public boolean marksTied(Step step, WeightGroups groups) {
        return items.stream().anyMatch(item -> item instanceof Item.OfStep && marks(item, step, groups));
    }

    private static boolean marks(Item item, Step step, WeightGroups groups) {
        if (item instanceof Item.OfTransition chosen) {
            return chosen.id().equals(step.transition());
        }
        if (item instanceof Item.OfStep chosen) {
            Optional<WeightGroup> group = groups.of(step);
            return chosen.step().equals(step) || group.isPresent() && group.equals(groups.of(chosen.step()));
        }
        return false;
    }
}
