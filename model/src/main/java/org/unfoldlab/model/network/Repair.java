package org.unfoldlab.model.network;

import java.util.function.UnaryOperator;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;

/**
 * A change that takes one problem away and makes no other.
 *
 * @param words what its button says, a verb: {@code Use BRC×2}
 */
public record Repair(String words, UnaryOperator<NetworkDocument> change) {
    /** The repair as one step of undo. */
    public ProposedEdit edit() {
        return ProposedEdit.once(words, change);
    }
}
