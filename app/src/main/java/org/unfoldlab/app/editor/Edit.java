package org.unfoldlab.app.editor;

import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;

/**
 * One undoable change of a document, a value with an inverse.
 *
 * @param label what the user did, e.g. {@code Set readout time}; named by the undo button
 * @param merges true for one of a row of small changes (a drag, a slider): neighbours of one label are one undo
 */
public record Edit(String label, boolean merges, NetworkDocument before, NetworkDocument after) {
    /** The change that takes this one back. */
    Edit inverted() {
        return new Edit(label, merges, /* before= */ after, /* after= */ before);
    }

    /** Both changes as one, if they belong together. */
    Optional<Edit> mergedWith(Edit next) {
        boolean same = merges && next.merges && label.equals(next.label);
        return same ? Optional.of(new Edit(label, true, before, next.after)) : Optional.empty();
    }
}
