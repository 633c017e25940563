package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Places;
import org.unfoldlab.app.runs.ProcessWorkers;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.SweepFiles;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.store.SweepReading;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains every combination of the values that a sweep file lists. */
@Command(
        name = "sweep",
        description = {
            "Train a network with every combination of the values that a sweep file lists, one run after another.",
            "Given again, it goes on where it stopped: finished runs are kept, interrupted ones go on from their last"
                    + " checkpoint. Ctrl-C stops after the batch under way."
        },
        footer = {
            "",
            "A sweep file is JSON: {\"sweep\": 1, \"network\": \"demo\", \"vary\": {\"time\": [3, 5, 8],"
                    + " \"statistics\": [\"per-time\", \"shared\"], \"seed\": [1, 2, 3], \"epochs\": 4}}",
            "It varies time, sharing, statistics, width, seed, epochs, batch, rate, trainImages, testImages."
        })
final class SweepCommand implements Callable<Integer> {
    private static final String PLAN = "sweep.json";

    @Parameters(paramLabel = "FILE", description = "A sweep file, or the folder of a sweep to go on with.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the runs go. Default: one in Unfold's own folder, named like the file.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--dry-run", description = "List the runs and what is wrong with them; train nothing.")
    private boolean dryRun;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Runs at once, each in a process of its own that computes with its share of the cores."
                    + " Default: 1, or one for each GPU that is named or that --device auto finds.")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--gpus",
            paramLabel = "I,J…",
            split = ",",
            description = "Numbers of the NVIDIA GPUs to use; workers take turns on them.")
    private List<Integer> gpus = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Threads that each worker computes with.")
    private Optional<Integer> threads = Optional.empty();

    @Mixin
    private EngineOption engine = new EngineOption();

    private final Terminal terminal;
    private final Places places;

    SweepCommand(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Integer call() throws StoreException {
        Sweep sweep = read();
        sweep.tooMany().ifPresent(sentence -> {
            throw Failure.failed(sentence);
        });
        List<PlannedRun> runs = sweep.runs();
        List<PlannedRun> trainable = runs.stream().filter(PlannedRun::canTrain).toList();
        complain(runs);
        if (trainable.isEmpty()) {
            throw Failure.failed("No run of this sweep can be trained.");
        }
        if (dryRun) {
            trainable.forEach(run -> terminal.out().println(run.number() + "  " + run.name()));
            return ExitCodes.OK;
        }
        return train(sweep, trainable);
    }

    private Sweep read() {
        Path plan = Files.isDirectory(file) ? file.resolve(PLAN) : file;
        SweepReading reading = SweepFiles.read(plan);
        if (reading instanceof SweepReading.Unreadable unreadable) {
            throw Failure.failed(unreadable.message());
        }
        return ((SweepReading.Read) reading).sweep();
    }

    private void complain(List<PlannedRun> runs) {
        runs.stream()
                .filter(run -> !run.canTrain())
                .forEach(run -> terminal.err()
                        .println("unfold: run " + run.number() + " (" + run.name() + ") is left out: "
                                + run.complaint()));
    }

    private int train(Sweep sweep, List<PlannedRun> runs) throws StoreException {
        engine.check();
        ThreadsOption.checked(threads);
        List<Integer> cards = gpus.isEmpty() ? engine.cards() : gpus;
        int count = workerCount(cards);
        SweepFolder folder = SweepFolder.at(place(sweep));
        SweepView view = new SweepView(terminal, folder.path(), runs, count);
        SweepRunner runner = new SweepRunner(folder, sweep, runs, starters(count, cards), view);
        Interruption interruption = Interruption.watch(runner::stop);
        try {
            return runner.run() ? ExitCodes.OK : ExitCodes.FAILED;
        } finally {
            interruption.end();
        }
    }

    private Path place(Sweep sweep) {
        if (out.isPresent()) {
            return out.get();
        }
        return SweepPlace.of(file.toAbsolutePath().normalize(), places.runs(), sweep);
    }

    private int workerCount(List<Integer> cards) {
        int count = workers.orElse(Math.max(1, cards.size()));
        if (count < 1) {
            throw Failure.wrongUse("--workers is " + count + ". Write a number from 1.");
        }
        return count;
    }

    /** One starter for each place at which a run can train. */
    private List<Worker.Starter> starters(int count, List<Integer> cards) {
        Map<String, String> home = Map.of("UNFOLD_HOME", places.home().toString());
        ProcessWorkers all = new ProcessWorkers().with(List.of(), home);
        int cores = Runtime.getRuntime().availableProcessors();
        return WorkerPlace.of(count, cards, threads, cores, engine.arguments()).stream()
                .<Worker.Starter>map(place -> all.with(place.options(), place.environment()))
                .toList();
    }
}
