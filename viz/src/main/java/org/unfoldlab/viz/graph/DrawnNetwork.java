package org.unfoldlab.viz.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.program.ReadoutDepths;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;

/**
 * A document with everything that its drawings show: graph, matrix, unrolled network and inspector read this one
 * value, so they cannot disagree.
 *
 * @param checked what the checker says
 * @param unrolling the steps at the document's readout time; absent while the document has errors
 * @param groups letters of the weights
 * @param depths layers for each readout time 0 … T; empty while the document has errors
 */
public record DrawnNetwork(
        NetworkDocument document,
        Checked checked,
        Optional<Unrolling> unrolling,
        WeightGroups groups,
        List<OptionalInt> depths) {
    public DrawnNetwork {
        depths = List.copyOf(depths);
    }

    /** Checks, unrolls, letters and counts; some milliseconds at T = 50 with 4 states. */
    public static DrawnNetwork of(NetworkDocument document) {
        Checked checked = NetworkChecker.check(document);
        WeightGroups groups = WeightGroups.of(document);
        if (checked instanceof Checked.Valid valid) {
            return new DrawnNetwork(
                    document,
                    checked,
                    Optional.of(Unroller.unroll(valid.network())),
                    groups,
                    ReadoutDepths.upTo(valid.network(), document.readout().time()));
        }
        return new DrawnNetwork(document, checked, Optional.empty(), groups, List.of());
    }

    /** The same network at another readout time. */
    public DrawnNetwork at(int readoutTime) {
        return of(document.edit()
                .readout(document.readout().withTime(readoutTime))
                .build());
    }

    public int readoutTime() {
        return document.readout().time();
    }

    public List<Problem> problems() {
        return checked.problems();
    }

    public Direction direction(Transition transition) {
        return WeightGroups.direction(document, transition);
    }

    /** The first readout time with an answer; absent when there is none up to T. */
    public OptionalInt firstSignal() {
        for (int t = 0; t < depths.size(); t++) {
            if (depths.get(t).isPresent()) {
                return OptionalInt.of(t);
            }
        }
        return OptionalInt.empty();
    }
}
