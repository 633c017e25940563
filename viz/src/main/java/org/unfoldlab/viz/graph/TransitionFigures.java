package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Layer;
import org.unfoldlab.model.network.Pipeline;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.network.WeightShape;
import org.unfoldlab.model.program.TimedStep;

/**
 * What a transition becomes.
 *
 * @param channels between its layers, source and target included
 * @param output channels × height × width
 * @param parameters of one set of weights
 * @param multiplyAdds of one step, for one image
 * @param runs times at which it is computed
 * @param pruned times at which it could run but is not computed
 */
public record TransitionFigures(
        List<Integer> channels,
        Shape output,
        long parameters,
        long multiplyAdds,
        List<Integer> runs,
        List<Integer> pruned) {
    public TransitionFigures {
        channels = List.copyOf(channels);
        runs = List.copyOf(runs);
        pruned = List.copyOf(pruned);
    }

    /** The figures of a transition; absent while the network has errors or the transition is muted. */
    public static Optional<TransitionFigures> of(DrawnNetwork network, String id) {
        return network.checked() instanceof Checked.Valid valid
                ? valid.network().transition(id).map(checked -> of(network, checked))
                : Optional.empty();
    }

    private static TransitionFigures of(DrawnNetwork network, CheckedTransition transition) {
        return new TransitionFigures(
                channels(transition.input().channels(), transition.pipeline()),
                transition.output(),
                WeightShape.of(transition).stream().mapToLong(WeightShape::size).sum(),
                transition.multiplyAdds(),
                times(network, transition, true),
                times(network, transition, false));
    }

    /** The figures of the pre-net, which runs at t = 0; absent while the network has errors. */
    static Optional<TransitionFigures> ofPreNet(DrawnNetwork network) {
        return network.checked() instanceof Checked.Valid valid
                ? Optional.of(valid.network().preNet())
                        .map(pipeline -> new TransitionFigures(
                                channels(pipeline.input().channels(), pipeline),
                                pipeline.output(),
                                WeightShape.of(pipeline).stream()
                                        .mapToLong(WeightShape::size)
                                        .sum(),
                                pipeline.multiplyAdds(),
                                List.of(0),
                                List.of()))
                : Optional.empty();
    }

    private static List<Integer> channels(int input, Pipeline pipeline) {
        List<Integer> channels = new ArrayList<>(List.of(input));
        for (Layer layer : pipeline.layers()) {
            if (layer instanceof Layer.Convolution || layer instanceof Layer.Deconvolution) {
                channels.add(layer.output().channels());
            }
        }
        return channels;
    }

    private static List<Integer> times(DrawnNetwork network, CheckedTransition transition, boolean runs) {
        return network.unrolling()
                .map(u -> u.steps().stream())
                .orElseGet(java.util.stream.Stream::empty)
                .filter(step -> step.runs() == runs && step.transition().id().equals(transition.id()))
                .map(TimedStep::time)
                .toList();
    }

    /** {@code 16 → 12 → 8}. */
    public String layers() {
        return channels.stream().map(String::valueOf).collect(Collectors.joining(" → "));
    }

    /** {@code 2, 3, 4} or, where many follow each other, {@code 2 to 9}; a dash for none. */
    public static String times(List<Integer> times) {
        if (times.isEmpty()) {
            return "–";
        }
        boolean row = times.get(times.size() - 1) - times.get(0) == times.size() - 1;
        return row && times.size() > 3
                ? times.get(0) + " to " + times.get(times.size() - 1)
                : times.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
