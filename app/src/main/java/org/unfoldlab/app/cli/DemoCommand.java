package org.unfoldlab.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Places;
import org.unfoldlab.app.TrainingData;
import org.unfoldlab.app.Window;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.train.TrainingException;
import org.unfoldlab.model.train.TrainingJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the demo network before the user's eyes. */
@Command(
        name = "demo",
        description = {
            "Train a small network on generated shapes and show what it learns: error by epoch, and error against"
                    + " readout time.",
            "In the window if there is a display, otherwise in the terminal."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String PRESET = "demo";

    @Option(names = "--no-window", description = "Show it in the terminal.")
    private boolean noWindow;

    @Option(names = "--epochs", paramLabel = "N", description = "In the terminal: passes over the training images.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "RUN", description = "In the terminal: the run's folder.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private EngineOption engine = new EngineOption();

    private final Terminal terminal;
    private final Places places;

    DemoCommand(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Integer call() throws DatasetException, TrainingException {
        if (!noWindow) {
            Optional<String> missing = Window.open("--demo");
            if (missing.isEmpty()) {
                return ExitCodes.OK;
            }
            terminal.err().println(missing.get() + " Here is the demo in the terminal.");
        }
        return inTerminal();
    }

    private int inTerminal() throws DatasetException, TrainingException {
        Networks demo = Networks.open(PRESET, terminal);
        var training = demo.document().training();
        var document = demo.document()
                .edit()
                .training(training.withEpochs(epochs.orElse(training.epochs())))
                .build();
        Network network = demo.with(document).checked(Optional.empty());
        TrainingJob job = new TrainingJob(
                network, TrainingData.load(document, places), engine.engine(), engine.precision(), 0, Version.number());
        TrainingSession session = new TrainingSession(terminal, false);
        return session.report(session.begin(job, out.orElseGet(() -> RunPaths.fresh(places, PRESET))));
    }
}
