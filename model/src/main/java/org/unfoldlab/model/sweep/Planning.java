package org.unfoldlab.model.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.program.Unroller;

/** Turns the combinations of a sweep into documents and checks each. */
final class Planning {
    private final Sweep sweep;
    private final Map<NetworkDocument, Integer> seen = new HashMap<>();

    Planning(Sweep sweep) {
        this.sweep = sweep;
    }

    List<PlannedRun> runs() {
        List<PlannedRun> runs = new ArrayList<>();
        for (Map<Axis, String> settings : sweep.combinations()) {
            runs.add(run(runs.size() + 1, settings));
        }
        return runs;
    }

    private PlannedRun run(int number, Map<Axis, String> settings) {
        NetworkDocument document = sweep.base();
        for (Map.Entry<Axis, String> setting : settings.entrySet()) {
            document = setting.getKey().applied(document, setting.getValue());
        }
        return new PlannedRun(
                number, name(settings, true), name(settings, false), settings, document, problems(number, document));
    }

    private String name(Map<Axis, String> settings, boolean withSeed) {
        String name = sweep.varied().stream()
                .filter(axis -> withSeed || axis != Axis.SEED)
                .map(axis -> axis.named(settings.getOrDefault(axis, "")))
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? sweep.title() : name;
    }

    private List<Problem> problems(int number, NetworkDocument document) {
        Integer before = seen.putIfAbsent(document, number);
        if (before != null) {
            return List.of(error(
                    "width", "The run is the same as run " + before + " of the sweep", "Leave out one of the values."));
        }
        Checked checked = NetworkChecker.check(document);
        if (!(checked instanceof Checked.Valid valid)) {
            return checked.problems().stream().filter(Problem::isError).toList();
        }
        return silent(valid).stream().toList();
    }

    /** Training without a signal computes nothing: the checker only warns of it, since T is free in the drawing. */
    private static Optional<Problem> silent(Checked.Valid valid) {
        if (!Unroller.unroll(valid.network()).readouts().isEmpty()) {
            return Optional.empty();
        }
        NetworkDocument document = valid.network().document();
        return Optional.of(error(
                "readout.time",
                document.readout().state() + " has no signal at T = "
                        + document.readout().time(),
                "Leave out this readout time."));
    }

    private static Problem error(String field, String what, String remedy) {
        return new Problem(Problem.Severity.ERROR, new Problem.Place.Field(field), what, remedy);
    }
}
