package org.unfoldlab.viz.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.Thought;

/**
 * Everything that the drawing of a thought shows.
 *
 * @param unrolling the steps between states; their network's states are the rows
 * @param thought what the network holds and answers for the image as it is shown to it
 * @param unspoilt the same for the image without patch and noise; absent while nothing is spoilt
 * @param classNames by number
 * @param label the true class, where it is known
 * @param last the largest readout time that is drawn
 * @param readoutTime T
 * @param shown only what happens up to this t is shown; the rest is still to come
 * @param channels which channel of a state is drawn; the first where it is not said
 * @param difference true to draw spoilt minus unspoilt maps
 */
public record ThoughtScene(
        Unrolling unrolling,
        Thought thought,
        Optional<Thought> unspoilt,
        List<String> classNames,
        OptionalInt label,
        int last,
        int readoutTime,
        int shown,
        Map<String, Integer> channels,
        boolean difference) {
    public ThoughtScene {
        classNames = List.copyOf(classNames);
        channels = Map.copyOf(channels);
    }

    /** The rows, the lowest first. */
    public List<State> states() {
        return unrolling.network().document().states();
    }

    /** The channel of a state that is drawn. */
    public int channel(State state) {
        return Math.min(state.channels() - 1, channels.getOrDefault(state.name(), 0));
    }

    /** The same up to another t. */
    public ThoughtScene upTo(int t) {
        return new ThoughtScene(
                unrolling,
                thought,
                unspoilt,
                classNames,
                label,
                last,
                readoutTime,
                Math.max(0, Math.min(last, t)),
                channels,
                difference);
    }

    /** The map of one channel of h(t), or how it differs from the unspoilt one; absent where there is none. */
    Optional<FeatureMap> map(StateAt at, int channel) {
        Optional<FeatureMap> map = map(thought, at, channel);
        if (!difference || unspoilt.isEmpty()) {
            return map;
        }
        Optional<FeatureMap> other = map(unspoilt.get(), at, channel);
        return map.isPresent() && other.isPresent() ? Optional.of(map.get().minus(other.get())) : Optional.empty();
    }

    private static Optional<FeatureMap> map(Thought thought, StateAt at, int channel) {
        return Optional.ofNullable(thought.states().get(at)).map(array -> FeatureMap.of(array, channel));
    }

    /** The range of colours of one channel: the same at every t, so that maps can be compared along a row. */
    MapRange range(String state, int channel) {
        MapRange range = MapRange.EMPTY;
        for (StateAt at : thought.states().keySet()) {
            if (at.state().equals(state)) {
                range = map(at, channel).map(range::with).orElse(range);
            }
        }
        if (!difference && unspoilt.isPresent()) {
            for (Map.Entry<StateAt, HostArray> entry : unspoilt.get().states().entrySet()) {
                if (entry.getKey().state().equals(state)) {
                    range = range.with(FeatureMap.of(entry.getValue(), channel));
                }
            }
        }
        return showsDifference() ? range.aroundZero() : range;
    }

    /** Whether maps are differences. */
    public boolean showsDifference() {
        return difference && unspoilt.isPresent();
    }

    /** Classes in the order of the table: the true one, then by the largest probability that they ever have. */
    public List<Integer> classesByWeight() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, classNames.size()).boxed().toList());
        Comparator<Integer> byWeight = Comparator.comparingDouble((Integer c) -> -highest(c));
        order.sort(byWeight.thenComparing(Comparator.naturalOrder()));
        label.ifPresent(right -> {
            order.remove(Integer.valueOf(right));
            order.add(0, right);
        });
        return order;
    }

    /** The largest probability of a class at any readout time, with and without spoiling. */
    double highest(int label) {
        double own = highest(thought, label);
        return unspoilt.map(other -> Math.max(own, highest(other, label))).orElse(own);
    }

    private static double highest(Thought thought, int label) {
        return thought.guesses().stream()
                .mapToDouble(guess -> guess.of(label))
                .filter(p -> !Double.isNaN(p))
                .max()
                .orElse(0);
    }

    /** Why there is no answer at a readout time; absent where there is one, or where nothing is known yet. */
    Optional<ReadoutPoint> unanswered(int time) {
        return thought.unanswered().stream()
                .filter(point -> point.time() == time)
                .findFirst();
    }

    /** The guesses that are shown already. */
    List<Guess> shownGuesses() {
        return thought.guesses().stream().filter(guess -> guess.time() <= shown).toList();
    }

    /** The name of a chosen class; "not a number" for −1. */
    public String name(int choice) {
        return choice < 0 ? "not a number" : classNames.get(choice);
    }
}
