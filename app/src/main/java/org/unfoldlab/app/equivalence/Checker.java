package org.unfoldlab.app.equivalence;

import java.io.IOException;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.graph.NetworkDocument;

/** Runs a network both ways and tells what it finds; another process in the window, answers at hand in tests. */
public interface Checker {
    /**
     * Starts a check; slow, so never on the screen's thread.
     *
     * @throws IOException with a sentence for the user
     */
    Check start(NetworkDocument network, EquivalenceSettings settings, Listener listener) throws IOException;

    /** A check that runs. */
    interface Check {
        /** Ends it now; the listener is told that it ended. */
        void cancel();
    }

    /** Told what happens, on a thread of the checker's own. */
    interface Listener {
        void found(Finding finding);

        /**
         * Nothing comes after this.
         *
         * @param exitCode as the system tells it; 128 + n after signal n
         * @param lastWords why it could not be carried out; may be empty
         */
        void ended(int exitCode, String lastWords);
    }
}
