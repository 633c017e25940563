package org.unfoldlab.app.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;

/**
 * What {@code unfold describe} says of a network, in the shape in which it is printed.
 *
 * @param readoutTime T
 * @param parameters elements of the distinct learned tensors of running steps
 * @param depth layers on the longest path; null without a signal at T
 * @param multiplyAdds for one image
 * @param ran steps {@code ID@t} that run, sorted as strings
 * @param pruned steps that could run but that nothing read out depends on, sorted as strings
 * @param populated first t at which a state holds a signal, by state; null for never
 */
@JsonPropertyOrder({"title", "readoutTime", "parameters", "depth", "multiplyAdds", "ran", "pruned", "populated"})
record Description(
        String title,
        int readoutTime,
        long parameters,
        @Nullable Integer depth,
        long multiplyAdds,
        List<String> ran,
        List<String> pruned,
        Map<String, @Nullable Integer> populated) {

    static Description of(Unrolling unrolling) {
        Network network = unrolling.network();
        Counts counts = Counts.of(unrolling);
        return new Description(
                network.document().title(),
                unrolling.readoutTime(),
                counts.parameters(),
                counts.depth().isPresent() ? counts.depth().getAsInt() : null,
                counts.multiplyAdds(),
                names(unrolling.running().stream()),
                names(unrolling.ghosts().stream()),
                populated(unrolling));
    }

    private static List<String> names(Stream<TimedStep> steps) {
        return steps.map(step -> step.step().toString()).sorted().toList();
    }

    private static Map<String, @Nullable Integer> populated(Unrolling unrolling) {
        Map<String, @Nullable Integer> first = new LinkedHashMap<>();
        for (State state : unrolling.network().states()) {
            int time = unrolling.reach().firstTime(state.name());
            first.put(state.name(), time < 0 ? null : time);
        }
        return first;
    }
}
