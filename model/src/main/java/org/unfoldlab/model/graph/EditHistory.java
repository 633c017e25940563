package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A document with the way that led to it. Immutable: each change gives another history.
 *
 * @param document as it is now
 * @param done from the first to the last
 * @param undone the next to be redone comes last
 * @param open true while the next change may merge with the last
 */
public record EditHistory(NetworkDocument document, List<Edit> done, List<Edit> undone, boolean open) {
    public EditHistory {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
    }

    /** A document without a past. */
    public static EditHistory startingAt(NetworkDocument document) {
        return new EditHistory(document, List.of(), List.of(), false);
    }

    /**
     * Does an edit; what was undone is forgotten.
     *
     * @throws IllegalArgumentException if the edit starts from another document
     */
    public EditHistory with(Edit edit) {
        if (!edit.before().equals(document)) {
            throw new IllegalArgumentException("“" + edit.label() + "” starts from another document");
        }
        if (edit.changesNothing()) {
            return this;
        }
        List<Edit> longer = new ArrayList<>(done);
        Optional<Edit> merged = open && !done.isEmpty() ? last(done).mergedWith(edit) : Optional.empty();
        if (merged.isPresent()) {
            longer.set(longer.size() - 1, merged.get());
        } else {
            longer.add(edit);
        }
        return new EditHistory(edit.after(), longer, List.of(), edit.merges());
    }

    /** The end of a drag or of typing: the next change is a step of its own. */
    public EditHistory closed() {
        return new EditHistory(document, done, undone, false);
    }

    /** Takes the last change back; the same history when there is none. */
    public EditHistory undo() {
        if (done.isEmpty()) {
            return this;
        }
        List<Edit> longer = new ArrayList<>(undone);
        longer.add(last(done));
        return new EditHistory(last(done).before(), done.subList(0, done.size() - 1), longer, false);
    }

    /** Does the last undone change again; the same history when there is none. */
    public EditHistory redo() {
        if (undone.isEmpty()) {
            return this;
        }
        List<Edit> longer = new ArrayList<>(done);
        longer.add(last(undone));
        return new EditHistory(last(undone).after(), longer, undone.subList(0, undone.size() - 1), false);
    }

    /** How many edits ago the document was that one, 0 if it is now; empty if it never was. */
    public OptionalInt editsSince(NetworkDocument earlier) {
        NetworkDocument then = document;
        for (int back = 0; back < done.size(); back++) {
            if (then.equals(earlier)) {
                return OptionalInt.of(back);
            }
            then = done.get(done.size() - 1 - back).before();
        }
        return then.equals(earlier) ? OptionalInt.of(done.size()) : OptionalInt.empty();
    }

    /** What undo would take back. */
    public Optional<String> undoLabel() {
        return done.isEmpty() ? Optional.empty() : Optional.of(last(done).label());
    }

    /** What redo would do again. */
    public Optional<String> redoLabel() {
        return undone.isEmpty() ? Optional.empty() : Optional.of(last(undone).label());
    }

    private static Edit last(List<Edit> edits) {
        return edits.get(edits.size() - 1);
    }
}
