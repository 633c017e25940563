package org.unfoldlab.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Places;
import org.unfoldlab.app.TrainingData;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.files.ImageFolder;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.explore.ExploreLines;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.explore.ExploreService;
import org.unfoldlab.model.explore.TrainedNetwork;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.Thought;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.train.Trained;
import org.unfoldlab.model.train.TrainingJob;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a trained run one image; with {@code --serve}, answers a window. */
@Command(
        name = "explore",
        description = {
            "Show a run one image and print the probability of each class at every readout time.",
            "The run may still be training: its newest checkpoint answers."
        })
final class ExploreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in Unfold's own folder.")
    private Path run = Path.of("");

    @ArgGroup
    private What what = new What();

    @Option(
            names = "--last",
            paramLabel = "T",
            description = "The largest readout time. Default: the largest that the network file measures.")
    private Optional<Integer> last = Optional.empty();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    private final Terminal terminal;
    private final Places places;

    /** Which image. */
    static final class What {
        @Option(names = "--image", paramLabel = "N", description = "A test image, from 0. Default: 0.")
        private Optional<Integer> image = Optional.empty();

        @Option(names = "--file", paramLabel = "FILE", description = "An image file of any size; its middle is shown.")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--serve", hidden = true, description = "Answer questions on standard input, for the window.")
        private boolean serve;
    }

    ExploreCommand(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Integer call() throws DatasetException, EngineException, StoreException, InterruptedException {
        RunFolder folder = RunFolder.open(RunPaths.find(places, run));
        TrainingJob job = job(folder);
        Optional<String> mismatch = job.mismatch();
        if (mismatch.isPresent()) {
            throw Failure.failed(mismatch.get());
        }
        if (what.serve) {
            serve(folder, job);
        } else {
            show(folder, job);
        }
        return ExitCodes.OK;
    }

    private TrainingJob job(RunFolder folder) throws DatasetException, StoreException {
        NetworkDocument document = folder.network();
        var before = folder.provenance();
        return new TrainingJob(
                new Networks(folder.path().toString(), document, terminal).checked(Optional.empty()),
                TrainingData.load(document, places),
                engine.engine(before.engine()),
                engine.precision(before.precision()),
                threads.asked().orElse(0),
                Version.number());
    }

    private void serve(RunFolder folder, TrainingJob job) throws InterruptedException {
        ExploreService service = new ExploreService(folder, job, answer -> {
            terminal.out().println(ExploreLines.write(answer));
            terminal.out().flush();
        });
        Thread reader = new Thread(() -> hear(service), "unfold-questions");
        reader.setDaemon(true);
        reader.start();
        service.serve();
    }

    /** Hands questions on; when the stream ends the window is gone. */
    private void hear(ExploreService service) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ExploreLines.readQuestion(line).ifPresent(service::ask);
            }
        } catch (IOException e) {
            terminal.err().println("unfold: questions cannot be read any more: " + e.getMessage());
        }
        service.ask(new ExploreQuestion.Leave(0));
    }

    private void show(RunFolder folder, TrainingJob job) throws DatasetException, EngineException, StoreException {
        Checkpoint checkpoint = folder.latestCheckpoint().orElseThrow(() -> RunPaths.nothingTrained(folder));
        ImageSet test = job.data().test();
        byte[] pixels = what.file.isPresent() ? ImageFolder.image(what.file.get(), test.shape()) : image(test);
        try (TrainedNetwork network = new TrainedNetwork(job, Trained.of(checkpoint))) {
            int upTo = last.orElseGet(network::lastMeasured);
            if (upTo < 1) {
                throw Failure.wrongUse("--last is " + upTo + ". Readout times are 1 and above.");
            }
            Thought thought = network.think(pixels, upTo, upTo);
            terminal.err()
                    .println(heading(test) + ", after epoch "
                            + checkpoint.progress().epochsDone() + ", statistics " + network.statistics());
            new ThoughtTable(terminal, test.classNames())
                    .print(thought, upTo, job.network().document().readout().time());
        }
    }

    private byte[] image(ImageSet test) {
        int number = what.image.orElse(0);
        if (number < 0 || number >= test.size()) {
            throw Failure.wrongUse(
                    "--image is " + number + ". There are " + test.size() + " test images, numbered from 0.");
        }
        byte[] pixels = new byte[test.imageLength()];
        test.copyImage(number, pixels, 0);
        return pixels;
    }

    private String heading(ImageSet test) {
        if (what.file.isPresent()) {
            return String.valueOf(what.file.get());
        }
        int number = what.image.orElse(0);
        return "Test image " + number + " of " + test.size() + " (" + test.name() + "), "
                + test.classNames().get(test.label(number));
    }
}
