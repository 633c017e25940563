package org.unfoldlab.model.graph;

import java.util.function.UnaryOperator;

/**
 * A change that a view asks for. It is a function, not a finished document, because the document may have moved on
 * since the view last drew it.
 *
 * @param label what the user did, e.g. {@code Set window of V2-V1}; undo and redo name it
 * @param merges true for one of a row of small changes, see {@link Edit}
 */
public record ProposedEdit(String label, boolean merges, UnaryOperator<NetworkDocument> change) {
    /** A change that is a step of undo of its own. */
    public static ProposedEdit once(String label, UnaryOperator<NetworkDocument> change) {
        return new ProposedEdit(label, false, change);
    }

    /** One of a row of changes, as in a drag. */
    public static ProposedEdit moving(String label, UnaryOperator<NetworkDocument> change) {
        return new ProposedEdit(label, true, change);
    }

    /** The edit of the document as it is now. */
    public Edit on(NetworkDocument document) {
        return new Edit(label, merges, document, change.apply(document));
    }
}
