package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A transition as one writes it into a cell: {@code BRCx2 +I @2..T-1}. The shortcut is one of {@code +I} identity,
 * {@code +P} projection, {@code +0} padding, {@code +H} highway; without {@code @} it runs at every step.
 */
public record TransitionText(String function, Shortcut shortcut, String window) {
    private static final Map<String, Shortcut> SHORTCUTS =
            Map.of("I", Shortcut.IDENTITY, "P", Shortcut.PROJECTION, "0", Shortcut.PADDING, "H", Shortcut.HIGHWAY);

    /** What a typed line turned out to be. */
    public sealed interface Parsed {
        record Understood(TransitionText text) implements Parsed {}

        /** @param why one sentence that says what to write instead */
        record Unclear(String why) implements Parsed {}
    }

    public static TransitionText of(Transition transition) {
        return new TransitionText(transition.function(), transition.shortcut(), transition.window());
    }

    /** Reads a typed line; letters may be small, {@code ×} stands for {@code x}. */
    public static Parsed parse(String typed) {
        String text = typed.strip();
        int at = text.indexOf('@');
        String window =
                at < 0 ? Transition.ALWAYS : text.substring(at + 1).strip().replace('t', 'T');
        if (Window.parse(window).isEmpty()) {
            return new Parsed.Unclear("After @ write steps such as 2..T-1, 3 or T-2.");
        }
        List<String> function = new ArrayList<>();
        Shortcut shortcut = Shortcut.NONE;
        String before =
                (at < 0 ? text : text.substring(0, at)).replace("+", " +").strip();
        for (String word : before.split("\\s+")) {
            if (word.startsWith("+")) {
                Shortcut named = SHORTCUTS.get(word.substring(1).toUpperCase(Locale.ROOT));
                if (named == null) {
                    return new Parsed.Unclear("After + write I, P, 0 or H.");
                }
                shortcut = named;
            } else {
                function.add(word);
            }
        }
        String letters = normal(String.join(" ", function));
        return letters.isEmpty()
                ? new Parsed.Unclear("Begin with a function such as BRCx2.")
                : new Parsed.Understood(new TransitionText(letters, shortcut, window));
    }

    private static String normal(String function) {
        String upper = function.toUpperCase(Locale.ROOT).replace('×', 'X');
        return upper.replaceFirst("^(BRC|BRD|CBR)X?([1-9])$", "$1x$2");
    }

    /** Reads the line of a pair with several transitions, {@code BRCx2 @1..3; C +I @4..T-1}. */
    public static List<Parsed> parseTurns(String typed) {
        String line = typed.strip().replaceFirst("(\\s*;)+$", "");
        return Arrays.stream(line.split(";")).map(TransitionText::parse).toList();
    }

    /** The line that {@link #parseTurns} reads. */
    public static String ofTurns(List<Transition> turns) {
        return turns.stream().map(turn -> of(turn).toString()).collect(Collectors.joining("; "));
    }

    /** The line that {@link #parse} reads. */
    @Override
    public String toString() {
        String sign = SHORTCUTS.entrySet().stream()
                .filter(entry -> entry.getValue() == shortcut)
                .map(entry -> " +" + entry.getKey())
                .findFirst()
                .orElse("");
        return function + sign + (window.equals(Transition.ALWAYS) ? "" : " @" + window);
    }
}
