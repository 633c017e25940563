package org.unfoldlab.app.editor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.graph.DrawnNetwork;

/**
 * Everything that follows from one state of the document, made in one go so that no two views ever disagree.
 *
 * @param network what drawings show
 * @param counts parameters, depth and multiply-adds, absent while there are errors
 * @param parametersWithoutSharing if every step had its own weights; absent while there are errors
 */
public record Drawing(DrawnNetwork network, Optional<Counts> counts, OptionalLong parametersWithoutSharing) {
    /** Checks, unrolls and counts. */
    public static Drawing of(NetworkDocument document) {
        DrawnNetwork network = DrawnNetwork.of(document);
        Optional<Unrolling> unrolling = network.unrolling();
        OptionalLong apart = unrolling.isPresent()
                ? OptionalLong.of(Counts.parametersWithoutSharing(unrolling.get()))
                : OptionalLong.empty();
        return new Drawing(network, unrolling.map(Counts::of), apart);
    }

    public NetworkDocument document() {
        return network.document();
    }

    /** The steps at T; absent while there are errors. */
    public Optional<Unrolling> unrolling() {
        return network.unrolling();
    }

    /** T. */
    public int readoutTime() {
        return network.readoutTime();
    }

    /** Layers from stimulus to readout; absent without a signal or with errors. */
    public OptionalInt depth() {
        return counts.map(Counts::depth).orElse(OptionalInt.empty());
    }

    /** True if the network is sound but nothing reaches the readout at this T. */
    public boolean silent() {
        return unrolling().isPresent() && depth().isEmpty();
    }

    public List<Problem> problems() {
        return network.problems();
    }

    public long errors() {
        return problems().stream().filter(Problem::isError).count();
    }
}
