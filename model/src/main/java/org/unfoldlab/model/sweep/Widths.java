package org.unfoldlab.model.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unfoldlab.model.graph.NetworkDocument;

/** Makes a network wider or narrower: as many areas and connections, more or fewer channels. */
final class Widths {
    /** Output channels that are written out in a function, e.g. {@code :24}. */
    private static final Pattern CHANNELS = Pattern.compile(":(\\d{1,5})");

    private Widths() {}

    /**
     * Every channel count but the stimulus's times a factor, rounded to the nearest whole number, at least 1.
     *
     * @param factor above 0
     */
    static NetworkDocument scaled(NetworkDocument document, double factor) {
        return document.edit()
                .preNet(scaled(document.preNet(), factor))
                .states(document.states().stream()
                        .map(state -> state.withSize(scaled(state.channels(), factor), state.height(), state.width()))
                        .toList())
                .transitions(document.transitions().stream()
                        .map(transition -> transition.withFunction(scaled(transition.function(), factor)))
                        .toList())
                .build();
    }

    private static int scaled(int channels, double factor) {
        return channels < 1 ? channels : (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(channels * factor)));
    }

    private static String scaled(String function, double factor) {
        Matcher matcher = CHANNELS.matcher(function);
        return matcher.replaceAll(found -> ":" + scaled(Integer.parseInt(found.group(1)), factor));
    }
}
