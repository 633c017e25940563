package org.unfoldlab.viz.matrix;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Selection;

/** Which of several transitions of one cell is meant. */
final class CellTurns {
    private CellTurns() {}

    /** The chosen one, else the one that is active at the shown t, else the first; absent in an empty cell. */
    static Optional<Transition> meant(
            DrawnNetwork network, List<Transition> turns, Selection selection, OptionalInt time) {
        return turns.stream()
                .filter(turn -> selection.marksTransition(turn.id()))
                .findFirst()
                .or(() -> turns.stream()
                        .filter(turn -> time.isPresent() && isActive(network, turn, time.getAsInt()))
                        .findFirst())
                .or(() -> turns.stream().findFirst());
    }

    private static boolean isActive(DrawnNetwork network, Transition turn, int time) {
        return TimeBar.of(network, turn).slots().get(time - 1) != TimeBar.Slot.OUTSIDE;
    }

    /** The one after that, and after the last the first. */
    static Optional<Transition> after(List<Transition> turns, Transition turn) {
        int next = turns.indexOf(turn) + 1;
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(next % turns.size()));
    }
}
