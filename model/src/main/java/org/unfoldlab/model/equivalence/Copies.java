package org.unfoldlab.model.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unfoldlab.model.engine.unfolded.Copy;
import org.unfoldlab.model.engine.unfolded.UnfoldedExecutable;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.WeightNames;
import org.unfoldlab.model.result.HostArray;

/** The copies that the unfolded network holds, each set beside the folded tensor that it stands for. */
final class Copies {
    private final UnfoldedExecutable unfolded;
    private final Program folded;
    private final WeightNames names;
    private final Set<Step> unsummed;

    Copies(UnfoldedExecutable unfolded, Program folded, Set<Step> unsummed) {
        this.unfolded = unfolded;
        this.folded = folded;
        this.unsummed = unsummed;
        names = new WeightNames(folded.source().network().document());
    }

    int count() {
        return unfolded.copies().size();
    }

    /** The folded key of a copy; keys differ where one network is time-variant and the other is not. */
    private String foldedKey(Copy copy) {
        String key = copy.parameter().key();
        if (folded.parameters().containsKey(key) || !(copy.origin() instanceof Origin.OfStep step)) {
            return key;
        }
        String weight = key.substring(key.lastIndexOf('/') + 1);
        int at = weight.indexOf('@');
        return names.key(step.step(), at < 0 ? weight : weight.substring(0, at));
    }

    /** Gradients of the last run, by folded key. */
    Map<String, CopyGradients> gradients(Map<String, HostArray> foldedGradients) {
        Map<String, Map<Copy, double[]>> grouped = new LinkedHashMap<>();
        unfolded.copyGradients()
                .forEach((copy, gradient) -> grouped.computeIfAbsent(foldedKey(copy), key -> new LinkedHashMap<>())
                        .put(copy, gradient.asDoubles()));
        Map<String, CopyGradients> found = new LinkedHashMap<>();
        grouped.forEach((key, copies) -> {
            HostArray gradient = foldedGradients.get(key);
            if (gradient != null) {
                found.put(key, compare(key, copies, gradient.asDoubles()));
            }
        });
        return found;
    }

    private CopyGradients compare(String key, Map<Copy, double[]> copies, double[] gradient) {
        int largest = largest(gradient);
        double[] sum = new double[gradient.length];
        List<CopyGradients.OneCopy> all = new ArrayList<>();
        copies.forEach((copy, values) -> {
            all.add(new CopyGradients.OneCopy(copy.origin().toString(), time(copy), values[largest], norm(values)));
            if (!isUnsummed(copy)) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += values[i];
                }
            }
        });
        return new CopyGradients(key, largest, all, sum[largest], gradient[largest], Difference.of(gradient, sum));
    }

    private boolean isUnsummed(Copy copy) {
        return copy.origin() instanceof Origin.OfStep step && unsummed.contains(step.step());
    }

    private static int time(Copy copy) {
        return copy.origin() instanceof Origin.OfStep step ? step.step().time() : -1;
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
        }
        return best;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** The copy that lies furthest from the folded weights, by folded key. */
    Map<String, Difference> weights(Map<String, HostArray> foldedWeights) {
        Map<String, Difference> worst = new LinkedHashMap<>();
        unfolded.copies().forEach((copy, value) -> {
            String key = foldedKey(copy);
            HostArray weight = foldedWeights.get(key);
            if (weight != null) {
                worst.merge(key, Difference.of(weight, value), Difference::worse);
            }
        });
        return worst;
    }

    /** Pushes the first weight of a step's first copy. */
    void push(Push push) {
        unfolded.copies().keySet().stream()
                .filter(copy -> copy.origin().equals(new Origin.OfStep(push.step())))
                .findFirst()
                .ifPresent(copy -> unfolded.push(copy, push.amount()));
    }
}
