package org.unfoldlab.app.welcome;

import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.viz.graph.DrawnNetwork;

/**
 * A network that can be started from.
 *
 * @param name as typed in a terminal, e.g. {@code 2-state-frnn}
 * @param drawn the network as its thumbnail shows it
 */
public record StartNetwork(String name, DrawnNetwork drawn) {
    /** Checks and unrolls the document. */
    public static StartNetwork of(String name, NetworkDocument document) {
        return new StartNetwork(name, DrawnNetwork.of(document));
    }

    public NetworkDocument document() {
        return drawn.document();
    }

    public String title() {
        return document().title();
    }

    /** What it shows, in a line. */
    public String line() {
        return document().description();
    }
}
