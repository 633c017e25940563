package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.network.WeightShape;
import org.unfoldlab.model.program.TimedStep;

/**
 * The parameters of one weight group, or of all steps of a transition that have their own.
 *
 * @param group absent for own weights
 * @param words the transition, e.g. {@code V1 → V2}, or the first of several
 * @param parameters that running steps use
 */
public record GroupFigures(Optional<WeightGroup> group, String words, String transition, long parameters) {
    /** All groups that running steps use, by letter, then own weights by transition. */
    public static List<GroupFigures> of(DrawnNetwork network) {
        Map<WeightGroup, GroupFigures> tied = new LinkedHashMap<>();
        Map<String, GroupFigures> own = new LinkedHashMap<>();
        network.unrolling().ifPresent(unrolling -> unrolling.running().forEach(step -> add(network, step, tied, own)));
        List<GroupFigures> all = new ArrayList<>(tied.values());
        all.sort(java.util.Comparator.comparingInt(
                g -> g.group().map(WeightGroup::number).orElse(0)));
        all.addAll(own.values());
        return all;
    }

    private static void add(
            DrawnNetwork network, TimedStep step, Map<WeightGroup, GroupFigures> tied, Map<String, GroupFigures> own) {
        String id = step.transition().id();
        String words = step.transition().source().name() + " → "
                + step.transition().target().name();
        long size = WeightShape.of(step.transition()).stream()
                .mapToLong(WeightShape::size)
                .sum();
        Optional<WeightGroup> group = network.groups().of(step.step());
        GroupFigures one = new GroupFigures(group, words, id, size);
        if (group.isPresent()) {
            tied.putIfAbsent(group.get(), one);
        } else {
            own.merge(id, one, (a, b) -> new GroupFigures(a.group, a.words, a.transition, a.parameters + b.parameters));
        }
    }
}
