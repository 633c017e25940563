package org.unfoldlab.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window on a network; {@code unfold FILE.unfold} is the same. */
@Command(name = "open", description = "Open the window with a network in it; 'unfold FILE.unfold' does the same.")
final class OpenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "A file (*.unfold) or a preset.")
    private String network = "";

    @Override
    public Integer call() {
        return open(network);
    }

    /**
     * Opens the window until it is closed.
     *
     * @throws Failure if it cannot be opened
     */
    static int open(String... parameters) {
        Optional<String> trouble = Window.open(parameters);
        if (trouble.isPresent()) {
            throw Failure.wrongUse(trouble.get());
        }
        return ExitCodes.OK;
    }
}
