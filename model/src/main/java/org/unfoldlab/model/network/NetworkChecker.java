package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;

/** Says everything that is wrong with a document, or hands out the network it describes. */
public final class NetworkChecker {
    private NetworkChecker() {}

    /** Checks a document at its own readout time. */
    public static Checked check(NetworkDocument document) {
        List<Problem> problems = new ArrayList<>();
        FieldRules.check(document, problems);
        StateRules.check(document, problems);
        Optional<Pipeline> preNet = preNet(document, problems);
        List<CheckedTransition> transitions = TransitionRules.check(document, problems);
        boolean sound = problems.stream().noneMatch(Problem::isError);
        SharingRules.check(document, transitions, problems);
        if (sound) {
            ReachRules.check(document, transitions, problems);
        }
        if (preNet.isEmpty() || problems.stream().anyMatch(Problem::isError)) {
            return new Checked.Rejected(problems);
        }
        return new Checked.Valid(new Network(document, preNet.get(), transitions), problems);
    }

    /** Checks a document as if its readout time were another. */
    public static Checked check(NetworkDocument document, int readoutTime) {
        return check(document.edit()
                .readout(document.readout().withTime(readoutTime))
                .build());
    }

    private static Optional<Pipeline> preNet(NetworkDocument document, List<Problem> problems) {
        if (document.states().isEmpty()) {
            return Optional.empty();
        }
        State first = document.states().get(0);
        Shape target = Network.shapeOf(first);
        Problem.Place place = new Problem.Place.Field("preNet");
        try {
            Pipeline pipeline = Pipelines.ofPreNet(
                    document.preNet(),
                    new Shape(
                            document.stimulus().channels(),
                            document.stimulus().height(),
                            document.stimulus().width()),
                    target);
            if (!pipeline.output().equals(target)) {
                problems.add(Problem.error(
                        place,
                        "The pre-net ends at " + pipeline.output() + ", but " + first.name() + " is " + target,
                        "Change the pre-net “" + document.preNet() + "” or the size of " + first.name() + "."));
            }
            return Optional.of(pipeline);
        } catch (PipelineException e) {
            problems.add(Problem.error(place, "Pre-net: " + e.what(), e.remedy()));
            return Optional.empty();
        }
    }
}
