package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.unfoldlab.model.graph.NetworkDocument;

/**
 * Starts new runs on the device that is chosen at that time; a run that goes on stays where it was.
 *
 * @param device as it is written after {@code --device}; empty for the usual one
 */
public record PlacedWorkers(Worker.Starter workers, Supplier<String> device) implements Worker.Starter {
    @Override
    public Worker start(Path folder, Optional<NetworkDocument> network, Worker.Listener listener) throws IOException {
        String chosen = device.get();
        boolean open = network.isEmpty() || chosen.isEmpty();
        return (open ? workers : workers.with(List.of("--device", chosen))).start(folder, network, listener);
    }

    @Override
    public Worker.Starter with(List<String> options) {
        return options.isEmpty() ? this : workers.with(options);
    }

    @Override
    public void evaluate(Path folder, List<String> arguments) throws IOException {
        workers.evaluate(folder, arguments);
    }
}
