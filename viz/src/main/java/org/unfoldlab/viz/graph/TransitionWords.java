package org.unfoldlab.viz.graph;

import java.util.Locale;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
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
