package org.unfoldlab.app.equivalence.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unfoldlab.app.CommandWord;
import org.unfoldlab.model.equivalence.Alteration;
import org.unfoldlab.model.equivalence.EquivalenceReport;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.graph.Step;

/** A check's settings as arguments of {@code unfold equivalence}. */
public final class EquivalenceArguments {
    private EquivalenceArguments() {}

    /** Everything but the network. Steps left out of the sum have no option: they are a test's mistake, no user's. */
    public static List<String> of(EquivalenceSettings settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--steps", "" + settings.trainingSteps(),
                "--precision", settings.precision().name().toLowerCase(Locale.ROOT),
                "--batch", "" + settings.batch(),
                "--seed", "" + settings.seed()));
        Alteration alteration = settings.alteration();
        alteration.untied().stream().sorted(Step.BY_TIME).forEach(step -> {
            arguments.add("--untie");
            arguments.add(step.toString());
        });
        alteration.push().ifPresent(push -> {
            arguments.add("--push");
            arguments.add(push.step().toString());
        });
        if (alteration.timeVariant()) {
            arguments.add("--time-variant");
        }
        if (alteration.sharedStatistics()) {
            arguments.add("--share-statistics");
        }
        return arguments;
    }

    /**
     * The command that repeats a check.
     *
     * @param network as the user names it, a file or a preset
     * @param withTime true to name T, which may differ from the file's
     */
    public static String repeat(String network, boolean withTime, EquivalenceReport report) {
        String time = withTime ? " --time " + report.readoutTime() : "";
        return "unfold equivalence " + CommandWord.of(network) + time + " " + String.join(" ", of(report.settings()));
    }
}
