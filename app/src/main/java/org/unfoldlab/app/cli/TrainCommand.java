package org.unfoldlab.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Places;
import org.unfoldlab.app.TrainingData;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.train.TrainingException;
import org.unfoldlab.model.train.TrainingJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network, or goes on with a run. */
@Command(
        name = "train",
        description = {
            "Train a network, or go on with a run (--resume).",
            "Options replace what the network file says. Ctrl-C stops after the batch under way and keeps everything."
        })
final class TrainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", arity = "0..1", description = "A file (*.unfold) or a preset.")
    private Optional<String> network = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "SET[:PATH]",
            description = "shapes[:SEED], cifar-10, mnist, fashion-mnist, each with :PATH if it lies elsewhere, or"
                    + " folder:PATH.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--train-images", paramLabel = "N", description = "Use the first N training images only.")
    private Optional<Integer> trainImages = Optional.empty();

    @Option(names = "--test-images", paramLabel = "N", description = "Use the first N test images only.")
    private Optional<Integer> testImages = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", paramLabel = "N", description = "Images in a batch.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--rate", paramLabel = "RATE", description = "One learning rate for all epochs.")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Source of every random choice.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--time", paramLabel = "T", description = "Train at readout time T.")
    private Optional<Integer> time = Optional.empty();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The run's folder, new or empty. Default: one in Unfold's own folder.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with this run from its last checkpoint.")
    private Optional<Path> resume = Optional.empty();

    @Option(
            names = "--events",
            description = "Be a worker: commands come in and events go out as JSON lines, nothing else.")
    private boolean events;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Terminal terminal;
    private final Places places;

    TrainCommand(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Integer call() throws DatasetException, IOException, TrainingException {
        refuseContradictions();
        TrainingSession session = new TrainingSession(terminal, events);
        StopReason reason = resume.isPresent() ? goOn(session, resume.get()) : begin(session, network.orElseThrow());
        return session.report(reason);
    }

    private void refuseContradictions() {
        if (network.isPresent() == resume.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    network.isPresent()
                            ? "A run that goes on (--resume) has its network already; leave out " + network.get()
                            : "Name a NETWORK to train, or a run to go on with (--resume RUN)");
        }
        List<Optional<?>> settings = List.of(trainImages, testImages, epochs, batch, rate, seed, time, out);
        if (resume.isPresent() && settings.stream().anyMatch(Optional::isPresent)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A run that goes on (--resume) keeps its settings; only --data, --engine, --device, --precision,"
                            + " --threads and --events go with it");
        }
    }

    private StopReason begin(TrainingSession session, String name) throws DatasetException, TrainingException {
        Networks opened = Networks.open(name, terminal);
        opened.withoutErrors(time);
        NetworkDocument chosen = withSettings(opened.document());
        Splits splits = TrainingData.load(chosen, places);
        if (data.isPresent() && splits.train().classes() != chosen.classes()) {
            chosen = chosen.edit().classes(splits.train().classes()).build();
            session.note("The network has " + chosen.classes() + " classes now, as the data do.");
        }
        Network checked = opened.with(chosen).checked(Optional.empty());
        Engine computing = engine.engine();
        engine.reasons().forEach(session::note);
        TrainingJob job = new TrainingJob(
                checked, splits, computing, engine.precision(), threads.asked().orElse(0), Version.number());
        return session.begin(job, out.orElseGet(() -> RunPaths.fresh(places, name)));
    }

    private StopReason goOn(TrainingSession session, Path named)
            throws DatasetException, IOException, TrainingException {
        Path folder = RunPaths.find(places, named);
        RunFolder run = RunFolder.open(folder);
        NetworkDocument document = run.network();
        if (data.isPresent()) {
            document = TrainingData.choose(document, data.get());
        }
        Network checked = new Networks(folder.toString(), document, terminal).checked(Optional.empty());
        Provenance before = run.provenance();
        TrainingJob job = new TrainingJob(
                checked,
                TrainingData.load(document, places),
                engine.engine(before),
                engine.precision(before.precision()),
                threads.asked().orElse(before.threads()),
                Version.number());
        return session.resume(job, run);
    }

    private NetworkDocument withSettings(NetworkDocument file) throws DatasetException {
        NetworkDocument document = data.isPresent() ? TrainingData.choose(file, data.get()) : file;
        DataChoice images = new DataChoice(
                document.data().set(),
                document.data().path(),
                orElse(trainImages, document.data().trainImages()),
                orElse(testImages, document.data().testImages()),
                document.data().extras());
        Training training = document.training()
                .withEpochs(epochs.orElse(document.training().epochs()))
                .withBatch(batch.orElse(document.training().batch()))
                .withSeed(seed.orElse(document.training().seed()));
        if (rate.isPresent()) {
            training = training.withRate(rate.get());
        }
        int readout = time.orElse(document.readout().time());
        return document.edit()
                .data(images)
                .training(training)
                .readout(document.readout().withTime(readout))
                .build();
    }

    private static OptionalInt orElse(Optional<Integer> asked, OptionalInt usual) {
        return asked.isPresent() ? OptionalInt.of(asked.get()) : usual;
    }
}
