package org.unfoldlab.model.equivalence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unfoldlab.model.program.StateAt;

/**
 * All that a check found.
 *
 * @param title of the network
 * @param readoutTime T
 * @param layers depth of the unfolded network, readout included
 * @param unfolded the folded network against the unfolded one
 * @param copies gradients of the copies at the start, one entry for each learned tensor
 * @param pictures two pictures of every state at the start
 * @param logitRange lowest and highest logit, folded then unfolded: four numbers
 * @param others the folded network against further engines
 * @param engines what computed, one line each, with versions
 * @param elapsed from the first to the last computation
 */
public record EquivalenceReport(
        String title,
        int readoutTime,
        int layers,
        EquivalenceSettings settings,
        Comparison unfolded,
        List<CopyGradients> copies,
        Map<StateAt, StatePicture> pictures,
        double[] logitRange,
        List<Comparison> others,
        List<String> engines,
        Duration elapsed) {
    public EquivalenceReport {
        copies = List.copyOf(copies);
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
        others = List.copyOf(others);
        engines = List.copyOf(engines);
    }

    /** Equivalent only if every comparison keeps the bound. */
    public Verdict verdict() {
        List<String> reasons = settings.alteration().words();
        double worst = 0;
        for (Comparison comparison : comparisons()) {
            var beyond = comparison.firstBeyond(settings.bound(), reasons);
            if (beyond.isPresent()) {
                return beyond.get();
            }
            worst = Math.max(worst, comparison.worst());
        }
        return new Verdict.Equivalent(worst);
    }

    /** The unfolded network's comparison, then those of further engines. */
    public List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>(List.of(unfolded));
        all.addAll(others);
        return all;
    }

    /** {@code Bound 1e-9 relative, float64, T = 6, 5 training steps.}, or where the difference shows first and why. */
    public String sentence() {
        if (verdict() instanceof Verdict.Different different) {
            String why = different.reasons().isEmpty() ? "" : "; " + String.join(", ", different.reasons());
            return "First difference " + different.first().words() + ", " + Figure.power(different.difference()) + why
                    + ".";
        }
        int k = settings.trainingSteps();
        return "Bound " + Figure.power(settings.bound()) + " relative, " + settings.precisionName() + ", T = "
                + readoutTime + ", " + k + (k == 1 ? " training step." : " training steps.");
    }
}
