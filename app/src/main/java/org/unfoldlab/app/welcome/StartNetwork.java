package org.unfoldlab.app.welcome;

import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;

/**
 * A network that can be started from.
 *
 * @param name as typed in a terminal, e.g. {@code 2-state-frnn}
 * @param checked what the checker says of it
 */
public record StartNetwork(String name, NetworkDocument document, Checked checked) {
    /** Checks the document. */
    public static StartNetwork of(String name, NetworkDocument document) {
        return new StartNetwork(name, document, NetworkChecker.check(document));
    }

    public String title() {
        return document.title();
    }

    /** What it shows, in a line. */
    public String line() {
        return document.description();
    }
}
