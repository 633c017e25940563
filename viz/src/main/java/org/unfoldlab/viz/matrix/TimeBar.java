package org.unfoldlab.viz.matrix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.Window;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.graph.DrawnNetwork;

/**
 * What a transition does at each step 1 … T−1.
 *
 * @param slots index 0 is t = 1
 */
public record TimeBar(List<Slot> slots) {
    public TimeBar {
        slots = List.copyOf(slots);
    }

    /** What happens at one t. */
    public enum Slot {
        /** Computed. */
        RUNS,
        /** Could run, but nothing that is read out depends on it. */
        PRUNED,
        /** In the window, but the source holds nothing yet. */
        NOT_POPULATED,
        /** Not in the window, or muted. */
        OUTSIDE,
        /** In the window; what happens is not known while the network has errors. */
        UNKNOWN
    }

    /** The bar of a transition at the network's T; while the network has errors the window alone is known. */
    public static TimeBar of(DrawnNetwork network, Transition transition) {
        int last = network.readoutTime() - 1;
        BitSet window = Window.parse(transition.window())
                .map(read -> read.steps(network.readoutTime()))
                .orElseGet(BitSet::new);
        Map<Integer, Boolean> steps =
                network.unrolling().map(u -> steps(u, transition)).orElse(Map.of());
        List<Slot> slots = new ArrayList<>();
        for (int t = 1; t <= last; t++) {
            Slot slot = slot(steps.get(t), window.get(t) && !transition.muted());
            boolean unknown = slot == Slot.NOT_POPULATED && network.unrolling().isEmpty();
            slots.add(unknown ? Slot.UNKNOWN : slot);
        }
        return new TimeBar(slots);
    }

    private static Map<Integer, Boolean> steps(Unrolling unrolling, Transition transition) {
        Map<Integer, Boolean> runs = new HashMap<>();
        for (TimedStep step : unrolling.steps()) {
            if (step.transition().id().equals(transition.id())) {
                runs.put(step.time(), step.runs());
            }
        }
        return runs;
    }

    private static Slot slot(@org.jspecify.annotations.Nullable Boolean runs, boolean inWindow) {
        if (runs == null) {
            return inWindow ? Slot.NOT_POPULATED : Slot.OUTSIDE;
        }
        return runs ? Slot.RUNS : Slot.PRUNED;
    }

    /** The times with that fate, e.g. {@code 2 to 4, 6}; absent when there are none. */
    public Optional<String> times(Slot wanted) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            int start = i;
            while (i < slots.size() && slots.get(i) == wanted) {
                i++;
            }
            if (i > start) {
                ranges.add(start + 1 == i ? Integer.toString(i) : (start + 1) + " to " + i);
            }
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ranges));
    }

    /** First and last t of the window. */
    record Ends(int first, int last) {}

    /** Where the window begins and ends; absent when it holds nothing at this T. */
    Optional<Ends> ends() {
        int first = 0;
        int last = 0;
        for (int t = 1; t <= slots.size(); t++) {
            if (slots.get(t - 1) != Slot.OUTSIDE) {
                first = first == 0 ? t : first;
                last = t;
            }
        }
        return first == 0 ? Optional.empty() : Optional.of(new Ends(first, last));
    }

    public long count(Slot wanted) {
        return slots.stream().filter(slot -> slot == wanted).count();
    }

    /** The steps of a transition at which its weights are used. */
    static List<Step> running(Transition transition, TimeBar bar) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < bar.slots().size(); i++) {
            if (bar.slots().get(i) == Slot.RUNS) {
                steps.add(new Step(transition.id(), i + 1));
            }
        }
        return steps;
    }
}
