package org.unfoldlab.model.graph;

import java.util.Optional;

/**
 * One undoable change of a document: a value with an inverse.
 *
 * @param label what the user did, e.g. {@code Move V1}; undo and redo name it
 * @param merges true for one of a row of small changes (a drag, typing): neighbours of one label are one step of undo
 */
public record Edit(String label, boolean merges, NetworkDocument before, NetworkDocument after) {
    /** A change that is a step of undo of its own. */
    public static Edit once(String label, NetworkDocument before, NetworkDocument after) {
        return new Edit(label, false, before, after);
    }

    /** One of a row of changes. */
    public static Edit moving(String label, NetworkDocument before, NetworkDocument after) {
        return new Edit(label, true, before, after);
    }

    /** The change that takes this one back. */
    public Edit inverted() {
        return new Edit(label, merges, /* before= */ after, /* after= */ before);
    }

    /** Both changes as one, if they belong together. */
    public Optional<Edit> mergedWith(Edit next) {
        boolean same = merges && next.merges && label.equals(next.label) && after.equals(next.before);
        return same ? Optional.of(new Edit(label, true, before, next.after)) : Optional.empty();
    }

    public boolean changesNothing() {
        return before.equals(after);
    }
}
