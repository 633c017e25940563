package org.unfoldlab.viz.matrix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.TransitionWords;
import org.unfoldlab.viz.graph.WeightGroup;

/** What a cell says to a screen reader: the relation, not the place. */
public final class CellWords {
    private static final Pattern SHORTHAND = Pattern.compile("(BRC|BRD|CBR)[x×]([1-9])");
    private static final List<String> TIMES = List.of("once", "twice");

    private CellWords() {}

    /** {@code V2 to V1, feedback, BRD twice, weights H, runs at t 2 to 4, 3 steps pruned}. */
    public static String of(DrawnNetwork network, Transition transition) {
        StringBuilder words = new StringBuilder(transition.from() + " to " + transition.to());
        words.append(", ").append(TransitionWords.direction(network.direction(transition)));
        words.append(", ").append(function(transition.function()));
        words.append(shortcut(transition.shortcut()));
        words.append(", ").append(weights(network, transition));
        if (transition.muted()) {
            return words.append(", muted").toString();
        }
        TimeBar bar = TimeBar.of(network, transition);
        if (network.unrolling().isEmpty()) {
            return words.append(", window ").append(transition.window()).toString();
        }
        words.append(bar.times(TimeBar.Slot.RUNS)
                .map(times -> ", runs at t " + times)
                .orElse(", never runs at this T"));
        long pruned = bar.count(TimeBar.Slot.PRUNED);
        if (pruned > 0) {
            words.append(", ").append(pruned).append(pruned == 1 ? " step pruned" : " steps pruned");
        }
        return words.toString();
    }

    /** {@code V2 to V1, at t = 3: runs with weights H}. */
    public static String at(DrawnNetwork network, Transition transition, int time) {
        String fate = switch (TimeBar.of(network, transition).slots().get(time - 1)) {
            case RUNS -> "runs";
            case PRUNED -> "pruned, cannot reach the readout";
            case NOT_POPULATED -> "no signal yet";
            case OUTSIDE -> "not active";
            case UNKNOWN -> "not known while there are problems";
        };
        String weights = network.groups()
                .of(new Step(transition.id(), time))
                .map(group -> "weights " + group.letter())
                .orElse("own weights");
        return transition.from() + " to " + transition.to() + ", at t = " + time + ": " + fate + ", " + weights;
    }

    /** As in a cell: function, shortcut, and the window unless it is the default. */
    static String written(Transition transition, int more) {
        String words = TransitionWords.function(transition.function());
        String shortcut = TransitionWords.shortcut(transition.shortcut());
        String window = transition.window().equals(Transition.ALWAYS) ? "" : " @" + transition.window();
        String others = more > 0 ? " and " + more + " more" : "";
        return words + (shortcut.isEmpty() ? "" : " " + shortcut) + window + others;
    }

    /** {@code V1 to IT, not connected}. */
    public static String empty(String from, String to) {
        return from + " to " + to + ", not connected";
    }

    private static String function(String written) {
        Matcher shorthand = SHORTHAND.matcher(written.strip());
        if (!shorthand.matches()) {
            return written;
        }
        int repeats = Integer.parseInt(shorthand.group(2));
        return shorthand.group(1) + " " + (repeats <= 2 ? TIMES.get(repeats - 1) : repeats + " times");
    }

    private static String shortcut(Shortcut shortcut) {
        return switch (shortcut) {
            case NONE -> "";
            case IDENTITY -> " with identity";
            case PROJECTION -> " with projection";
            case PADDING -> " with padding";
            case HIGHWAY -> " with highway gate";
        };
    }

    private static String weights(DrawnNetwork network, Transition transition) {
        List<WeightGroup> groups = network.groups().ofTransition(transition.id());
        if (groups.isEmpty()) {
            return network.document().sharing() instanceof Sharing.None ? "own weights at each step" : "own weights";
        }
        return "weights " + groups.stream().map(WeightGroup::letter).collect(Collectors.joining(", "));
    }
}
