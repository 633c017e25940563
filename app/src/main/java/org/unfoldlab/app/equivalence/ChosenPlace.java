package org.unfoldlab.app.equivalence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/**
 * What a selection means for the bench: the copy whose pictures are shown, and the step that can be broken.
 *
 * @param network what is drawn
 * @param selection what is chosen, in this mode or another
 */
record ChosenPlace(DrawnNetwork network, Selection selection) {
    private Optional<Item> item() {
        return selection.single();
    }

    private List<TimedStep> running() {
        return network.unrolling().map(Unrolling::running).orElse(List.of());
    }

    /** h(t) of the chosen copy, or of the target of the chosen step; else the readout's last one. */
    Optional<StateAt> state(int light) {
        if (item().orElse(null) instanceof Item.OfStateAt chosen) {
            return Optional.of(chosen.at());
        }
        if (item().orElse(null) instanceof Item.OfState chosen && light >= 0) {
            return Optional.of(new StateAt(chosen.name(), light));
        }
        return step().flatMap(step -> running().stream()
                .filter(running -> running.step().equals(step))
                .map(TimedStep::output)
                .findFirst());
    }

    /**
     * The step that is chosen; of a copy, the lateral step that ends there, or any other; of a transition, its middle one.
     * With nothing chosen the middle step of the transition that runs most often.
     */
    Optional<Step> step() {
        Item item = item().orElse(null);
        if (item instanceof Item.OfStep chosen && isRunning(chosen.step())) {
            return Optional.of(chosen.step());
        }
        if (item instanceof Item.OfStateAt chosen) {
            Optional<Step> into = into(chosen.at());
            return into.isPresent() ? into : busiest();
        }
        if (item instanceof Item.OfTransition chosen && !times(chosen.id()).isEmpty()) {
            return Optional.of(middle(chosen.id()));
        }
        return busiest();
    }

    private boolean isRunning(Step step) {
        return running().stream().anyMatch(running -> running.step().equals(step));
    }

    private Optional<Step> into(StateAt at) {
        return running().stream()
                .filter(step -> step.output().equals(at))
                .min(Comparator.comparing(step -> step.transition().direction() != Direction.LATERAL))
                .map(TimedStep::step);
    }

    private Optional<Step> busiest() {
        return running().stream()
                .map(step -> step.transition().id())
                .distinct()
                .max(Comparator.comparingInt(id -> times(id).size()))
                .map(this::middle);
    }

    private Step middle(String transition) {
        List<Integer> times = times(transition);
        return new Step(transition, times.get(times.size() / 2));
    }

    private List<Integer> times(String transition) {
        return running().stream()
                .filter(step -> step.transition().id().equals(transition))
                .map(TimedStep::time)
                .toList();
    }

    /** {@code B} where the step's weights have a letter, else the transition's name. */
    String letter(Step step) {
        return network.groups().of(step).map(group -> group.letter()).orElse(step.transition());
    }
}
