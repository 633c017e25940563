package org.unfoldlab.viz.graph;

import java.util.Collection;
import java.util.Optional;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Step;

/** What a stroke over cells, steps and edges does to their weights. The same in all views. */
public sealed interface Brush {
    /** Strokes choose and move things as usual. */
    record Off() implements Brush {}

    /** Painting, but no weights are chosen yet. */
    record Waiting() implements Brush {}

    /** Unties: what is painted has weights of its own. */
    record Own() implements Brush {}

    /**
     * Ties what is painted to one group.
     *
     * @param group its number, 1-based; one that is not in use makes a new group
     */
    record Tie(int group) implements Brush {
        public String letter() {
            return WeightGroup.letter(group);
        }
    }

    /** True while strokes paint. */
    default boolean isOn() {
        return !(this instanceof Off);
    }

    /** What painting those steps does; the edits of one stroke are one step of undo. Absent when there is no paint. */
    default Optional<ProposedEdit> over(Collection<Step> steps) {
        if (this instanceof Tie tie && !steps.isEmpty()) {
            return Optional.of(ProposedEdit.moving(
                    "Tie to " + tie.letter(), document -> SharingEdits.tie(document, steps, tie.group())));
        }
        return this instanceof Own && !steps.isEmpty()
                ? Optional.of(ProposedEdit.moving("Untie", document -> SharingEdits.untie(document, steps)))
                : Optional.empty();
    }

    /** What to do next, in one sentence. */
    default String words() {
        if (this instanceof Tie tie) {
            return "Paint cells, steps or edges with " + tie.letter() + ".";
        }
        return this instanceof Own
                ? "Paint cells, steps or edges to give them weights of their own."
                : "Choose weights, or type their letter; Delete unties.";
    }
}
