package org.unfoldlab.viz.unrolled;

import java.util.OptionalInt;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.graph.DrawnNetwork;

/** What the stage shows, in words, for a screen reader. */
final class StageWords {
    private StageWords() {}

    /** States, transitions, T, depth, steps. */
    static String summary(DrawnNetwork network) {
        NetworkDocument document = network.document();
        String graph =
                document.states().size() + " states, " + document.transitions().size() + " transitions";
        if (network.unrolling().isEmpty()) {
            return graph + ", cannot be unfolded yet: " + network.problems().size() + " problems";
        }
        Unrolling unrolling = network.unrolling().get();
        OptionalInt depth = network.depths().get(network.readoutTime());
        return graph + ", unfolded to T = " + network.readoutTime()
                + (depth.isPresent() ? ", " + depth.getAsInt() + " layers deep" : ", no signal yet")
                + ", " + unrolling.running().size() + " steps run, "
                + unrolling.ghosts().size() + " pruned";
    }
}
