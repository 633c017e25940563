package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Places;
import org.unfoldlab.app.Window;
import org.unfoldlab.app.instance.RunningWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window on a network; {@code unfold FILE.unfold} is the same. */
@Command(
        name = "open",
        description = "Open the window with a network in it; 'unfold FILE.unfold' does the same. A window"
                + " that is open already takes it.")
final class OpenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "A file (*.unfold) or a preset.")
    private String network = "";

    private final Places places;

    OpenCommand(Places places) {
        this.places = places;
    }

    @Override
    public Integer call() {
        Path file = Path.of(network);
        boolean handedOver = Files.isRegularFile(file) && new RunningWindow(places.window()).open(file);
        return handedOver ? ExitCodes.OK : open(network);
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
