package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Direction;

/** How functions, shortcuts and shapes are written in drawings. */
public final class TransitionWords {
    private TransitionWords() {}

    /** {@code BRCx2} as {@code BRC×2}; other functions as written. */
    public static String function(String written) {
        return written.strip().replaceFirst("^(BRC|BRD|CBR)x([1-9])$", "$1×$2");
    }

    /** {@code +I}, {@code +P}, {@code +0}, {@code +H}, or nothing. */
    public static String shortcut(Shortcut shortcut) {
        return switch (shortcut) {
            case NONE -> "";
            case IDENTITY -> "+I";
            case PROJECTION -> "+P";
            case PADDING -> "+0";
            case HIGHWAY -> "+H";
        };
    }

    /** Function, shortcut and, unless it is the default, window, in short lines. */
    static List<String> lines(Transition transition) {
        List<String> lines = new ArrayList<>();
        lines.add(function(transition.function()));
        String shortcut = shortcut(transition.shortcut());
        String window = window(transition);
        if (shortcut.length() + window.length() > 7) {
            lines.add(shortcut);
            lines.add(window);
        } else {
            lines.add((shortcut + " " + window).strip());
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }

    /** Function, shortcut and, unless it is the default, window: {@code BRC×2 +I @2..T-1}. */
    public static String line(Transition transition) {
        return String.join(" ", lines(transition));
    }

    private static String window(Transition transition) {
        return transition.window().equals(Transition.ALWAYS) ? "" : "@" + transition.window();
    }

    /** Channels and spatial size: {@code 16 × 16²}, or {@code 16 × 8×16} for a state that is not square. */
    public static String shape(State state) {
        String size = state.height() == state.width() ? state.height() + "²" : state.height() + "×" + state.width();
        return state.channels() + " × " + size;
    }

    /** {@code 208,802}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Feed-forward, lateral or feedback, in lower case. */
    public static String direction(Direction direction) {
        return switch (direction) {
            case FEED_FORWARD -> "feed-forward";
            case LATERAL -> "lateral";
            case FEEDBACK -> "feedback";
        };
    }
}
