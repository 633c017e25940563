package org.unfoldlab.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.unfoldlab.app.Places;
import org.unfoldlab.app.TrainingData;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.graph.Window;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunWriter;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.train.AnswerTimes;
import org.unfoldlab.model.train.Evaluation;
import org.unfoldlab.model.train.Trained;
import org.unfoldlab.model.train.TrainingJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests a trained run at any readout times. */
@Command(
        name = "evaluate",
        description = {
            "Test a run at readout times, its weights as they are: error and loss on the test images.",
            "A time without an answer says so: no signal yet, or the weight that training never made."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int LONGEST_TIME = 1000;

    @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in Unfold's own folder.")
    private Path run = Path.of("");

    @Option(
            names = "--readout",
            paramLabel = "TIMES",
            description = "Readout times, like 2..12 or 3,5,T. Default: those of the network file.")
    private Optional<String> readout = Optional.empty();

    @Option(
            names = "--statistics",
            paramLabel = "recalibrate|hold|batch",
            description = "Where batch norm's statistics come from: measured anew on training images; running averages,"
                    + " the last trained t held; or each test batch. Default: as in the network file.")
    private Optional<StatisticsPolicy> statistics = Optional.empty();

    @Option(
            names = "--answer-time",
            description = "Measure how long one answer takes at each of the times, instead of errors.")
    private boolean answerTime;

    @Option(
            names = "--keep",
            description =
                    "Write what was measured into the run's folder too, where Watch finds it. Not while it trains.")
    private boolean keep;

    @Option(names = "--best", description = "Use the checkpoint of smallest test error instead of the last one.")
    private boolean best;

    @Option(names = "--data", paramLabel = "SET[:PATH]", description = "Other data, or the same from another place.")
    private Optional<String> data = Optional.empty();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private EngineOption engine = new EngineOption();

    private final Terminal terminal;
    private final Places places;

    EvaluateCommand(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Integer call() throws DatasetException, EngineException, IOException {
        RunFolder folder = RunFolder.open(RunPaths.find(places, run));
        NetworkDocument document = folder.network();
        if (data.isPresent()) {
            document = TrainingData.choose(document, data.get());
        }
        Checkpoint checkpoint = checkpoint(folder);
        TrainingJob job = job(folder, document);
        Optional<String> mismatch = job.mismatch();
        if (mismatch.isPresent()) {
            throw Failure.failed(mismatch.get());
        }
        if (keep && !job.hasImagesOf(folder.provenance())) {
            throw Failure.wrongUse("These are not the images of " + folder.path()
                    + ", so what is measured on them cannot be kept as its own. Leave out --keep, or choose the data"
                    + " that it was trained on.");
        }
        StatisticsPolicy policy = statistics.orElse(document.measure().statistics());
        try (Evaluation evaluation = new Evaluation(job)) {
            SortedSet<Integer> times = times(evaluation, document.readout().time());
            if (answerTime) {
                measureAnswers(folder, job, Trained.of(checkpoint), times);
                return ExitCodes.OK;
            }
            Evaluation.Result result = evaluation
                    .curve(Trained.of(checkpoint), times, policy, () -> false)
                    .orElseThrow(() -> Failure.failed("There are no test images. Choose data that have some."));
            Evaluated evaluated = Evaluated.of(
                    folder.path(), checkpoint, result.curve(), job.data().test().size());
            if (keep) {
                Checkpoint.Progress at = checkpoint.progress();
                append(
                        folder,
                        new TrainingEvent.CurveMeasured(
                                Instant.now(), at.epochsDone(), at.batchesDone(), result.curve()));
            }
            print(evaluated);
        }
        return ExitCodes.OK;
    }

    private static void append(RunFolder folder, TrainingEvent event) throws StoreException {
        try (RunWriter writer = RunWriter.resume(folder.path())) {
            writer.append(event);
        }
    }

    private void measureAnswers(RunFolder folder, TrainingJob job, Trained trained, SortedSet<Integer> times)
            throws EngineException, StoreException {
        List<TrainingEvent.AnswerTime> took = AnswerTimes.of(job, trained, times);
        String device = job.engine().diagnose().device();
        if (keep) {
            append(folder, new TrainingEvent.TimesMeasured(Instant.now(), device, took));
        }
        if (json) {
            Json.print(terminal, took);
            return;
        }
        terminal.err().println("One image alone on " + device + ", median of several runs");
        terminal.out().println("   T         ms");
        took.forEach(one ->
                terminal.out().println(String.format(Locale.ROOT, "%4d  %9.2f", one.time(), one.milliseconds())));
    }

    private Checkpoint checkpoint(RunFolder folder) throws StoreException {
        Optional<Checkpoint> found = best ? folder.bestCheckpoint() : folder.latestCheckpoint();
        if (found.isEmpty() && best && folder.latestCheckpoint().isPresent()) {
            throw Failure.failed("No test error of " + folder.path()
                    + " is known, so none of its checkpoints is the best. Leave out --best for the last one.");
        }
        return found.orElseThrow(() -> RunPaths.nothingTrained(folder));
    }

    private TrainingJob job(RunFolder folder, NetworkDocument document) throws DatasetException, StoreException {
        Provenance before = folder.provenance();
        Network checked = new Networks(folder.path().toString(), document, terminal).checked(Optional.empty());
        return new TrainingJob(
                checked,
                TrainingData.load(document, places),
                engine.engine(before.engine()),
                engine.precision(before.precision()),
                threads.asked().orElse(0),
                Version.number());
    }

    private SortedSet<Integer> times(Evaluation evaluation, int trained) {
        if (readout.isEmpty()) {
            return evaluation.timesAskedFor();
        }
        String text = readout.get();
        SortedSet<Integer> times = Window.parse(text).stream()
                .flatMap(window ->
                        window.times(trained, 1, LONGEST_TIME).stream().boxed())
                .collect(Collectors.toCollection(TreeSet::new));
        if (times.isEmpty()) {
            throw Failure.wrongUse("--readout " + text + " names no readout time. Write for example 2..12 or 3,5,T.");
        }
        return times;
    }

    private void print(Evaluated evaluated) {
        if (json) {
            Json.print(terminal, evaluated);
            return;
        }
        String sample = evaluated.sampleImages() > 0 ? " on " + evaluated.sampleImages() + " training images" : "";
        terminal.err()
                .println(evaluated.testImages() + " test images, after epoch " + evaluated.epochsDone()
                        + ", statistics: " + evaluated.statistics() + sample);
        terminal.out().println("   T    error      loss");
        for (Evaluated.AtTime point : evaluated.readouts()) {
            terminal.out().println(line(point, evaluated.trainedTime()));
        }
    }

    private static String line(Evaluated.AtTime point, int trainedTime) {
        String mark = point.time() == trainedTime ? "  trained" : "";
        if (point.error() == null) {
            return String.format(Locale.ROOT, "%4d  %s%s", point.time(), point.note(), mark);
        }
        String loss = point.loss() == null ? "–" : String.format(Locale.ROOT, "%.4f", point.loss());
        return String.format(Locale.ROOT, "%4d  %7s  %8s%s", point.time(), Percent.of(point.error()), loss, mark);
    }
}
