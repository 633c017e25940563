package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;

/** Starts nothing and says so, until the window has its worker. */
public final class UnconnectedWorkers implements Worker.Starter {
    @Override
    public Worker start(Path folder, Optional<NetworkDocument> network, Worker.Listener listener) throws IOException {
        throw new IOException("This window cannot train yet; train in a terminal with unfold train.");
    }
}
