package org.unfoldlab.model.equivalence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A check on one page, with what is needed to repeat it. */
public final class Certificate {
    private Certificate() {}

    /**
     * The page as lines of text.
     *
     * @param command that repeats the check
     * @param program name and version of what checked
     * @param date of the check
     */
    public static List<String> lines(EquivalenceReport report, String command, String program, LocalDate date) {
        EquivalenceSettings settings = report.settings();
        List<String> lines = new ArrayList<>(List.of(
                report.verdict().headline() + ".",
                report.sentence(),
                "",
                "network   " + report.title() + ", " + report.layers() + " layers at T = " + report.readoutTime(),
                "settings  " + settings.precisionName() + ", " + settings.trainingSteps() + " training steps, "
                        + settings.batch() + (settings.batch() == 1 ? " image" : " images") + ", seed "
                        + settings.seed(),
                ""));
        for (Comparison comparison : report.comparisons()) {
            lines.addAll(table(comparison, settings.bound()));
        }
        report.engines().forEach(engine -> lines.add("engine    " + engine));
        lines.add("program   " + program);
        lines.add("date      " + date);
        lines.add("repeat    " + command);
        return lines;
    }

    private static List<String> table(Comparison comparison, double bound) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-26s%14s%14s%14s%9s",
                "largest difference",
                "folded",
                comparison.engine(),
                "relative",
                "bound"));
        for (Comparison.Part part : Comparison.Part.values()) {
            Difference worst = comparison.worst(part);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-26s%14s%14s%14s%9s  %s",
                    part.title(),
                    Figure.plain(worst.folded()),
                    Figure.plain(worst.other()),
                    Figure.power(worst.relative()),
                    Figure.power(bound),
                    worst.within(bound) ? "ok" : "beyond"));
        }
        lines.add("");
        return lines;
    }
}
