package org.unfoldlab.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.Thought;

/** Probabilities of an image's classes over readout time: a row a time, the chosen class last. */
final class ThoughtTable {
    private static final int NARROWEST = 6;

    private final Terminal terminal;
    private final List<String> classNames;

    ThoughtTable(Terminal terminal, List<String> classNames) {
        this.terminal = terminal;
        this.classNames = classNames;
    }

    /** Prints readout times 1 … {@code last}; those without an answer say why. */
    void print(Thought thought, int last, int trainedTime) {
        StringBuilder head = new StringBuilder("   T");
        classNames.forEach(name -> head.append("  ").append(padded(name, name)));
        terminal.out().println(head.append("  answer"));
        for (int time = 1; time <= last; time++) {
            terminal.out()
                    .println(String.format(Locale.ROOT, "%4d", time)
                            + row(thought, time)
                            + (time == trainedTime ? ", trained" : ""));
        }
    }

    private String row(Thought thought, int time) {
        Optional<Guess> guess = thought.at(time);
        if (guess.isEmpty()) {
            return "  "
                    + thought.unanswered().stream()
                            .filter(point -> point.time() == time)
                            .map(Readouts::reason)
                            .findFirst()
                            .orElse("no answer");
        }
        if (guess.get().choice() < 0) {
            return "  not a number";
        }
        StringBuilder row = new StringBuilder();
        for (int label = 0; label < classNames.size(); label++) {
            String percent =
                    String.format(Locale.ROOT, "%.1f", 100 * guess.get().of(label));
            row.append("  ").append(padded(percent, classNames.get(label)));
        }
        return row + "  " + classNames.get(guess.get().choice());
    }

    private static String padded(String text, String column) {
        int width = Math.max(NARROWEST, column.length());
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
