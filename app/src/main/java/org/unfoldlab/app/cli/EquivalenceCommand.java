package org.unfoldlab.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.unfoldlab.app.equivalence.page.CertificateFile;
import org.unfoldlab.app.equivalence.page.EquivalenceArguments;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.equivalence.Alteration;
import org.unfoldlab.model.equivalence.Certificate;
import org.unfoldlab.model.equivalence.Comparison;
import org.unfoldlab.model.equivalence.EquivalenceCheck;
import org.unfoldlab.model.equivalence.EquivalenceReport;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.equivalence.FindingLines;
import org.unfoldlab.model.equivalence.Push;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a network folded and unfolded and compares everything. Exit code 1 says that they differ and nothing else. */
@Command(
        name = "equivalence",
        description = {
            "Run a network as a loop over time and as a deep feed-forward network, and compare every number.",
            "Exit code 0: equal within the bounds; 1: not; 2: they could not be compared, or not all was written."
        },
        exitCodeOnExecutionException = ExitCodes.WRONG_USE)
final class EquivalenceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "A file (*.unfold) or a preset.")
    private String network = "";

    @Option(names = "--time", paramLabel = "T", description = "Read out at T instead of the file's readout time.")
    private Optional<Integer> time = Optional.empty();

    @Option(names = "--steps", paramLabel = "K", description = "Training steps. Default: 5.")
    private int steps = 5;

    @Option(names = "--precision", paramLabel = "double|float", description = "64 or 32 bits. Default: double.")
    private String precision = "double";

    @Option(names = "--batch", paramLabel = "N", description = "Images. Default: 1 to 4, as many as are quick.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of images and weights. Default: 1.")
    private long seed = 1;

    @Option(names = "--untie", paramLabel = "ID@t", description = "Let this step's copy move on its own.")
    private List<String> untie = List.of();

    @Option(names = "--push", paramLabel = "ID@t", description = "Push one weight of this step's copy by 0.01.")
    private Optional<String> push = Optional.empty();

    @Option(names = "--time-variant", description = "Give every unfolded step its own weights.")
    private boolean timeVariant;

    @Option(names = "--share-statistics", description = "Share the unfolded network's statistics over time.")
    private boolean shareStatistics;

    @Option(names = "--json", description = "Print as JSON.")
    private boolean json;

    @Option(names = "--events", description = "Print each finding as a JSON line, for a program that watches.")
    private boolean events;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Write the result as one page, *.pdf or text.")
    private Optional<Path> certificate = Optional.empty();

    private final Terminal terminal;

    EquivalenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EngineException, StoreException, IOException, InterruptedException {
        EquivalenceReport report = compared();
        tell(report);
        return report.verdict().holds() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private EquivalenceReport compared() throws EngineException, InterruptedException {
        if (steps < 0 || batch.orElse(1) < 1) {
            throw Failure.wrongUse("--steps must be 0 or more and --batch 1 or more.");
        }
        Network checked = Networks.open(network, terminal).checked(time);
        Unrolling unrolling = Unroller.unroll(checked);
        Alteration alteration = alteration();
        List<String> problems = alteration.problems(unrolling);
        if (!problems.isEmpty()) {
            throw Failure.wrongUse(problems.get(0));
        }
        int images = batch.orElseGet(
                () -> EquivalenceSettings.usualBatch(Counts.of(unrolling).multiplyAdds()));
        return check(checked, new EquivalenceSettings(precision(), steps, images, seed, alteration));
    }

    private EquivalenceReport check(Network network, EquivalenceSettings settings)
            throws EngineException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        if (events) {
            endWithParent();
        }
        try {
            return EquivalenceCheck.run(network, settings, List.of(), threads, this::found);
        } finally {
            threads.shutdown();
        }
    }

    private void found(Finding finding) {
        if (events) {
            terminal.out().println(FindingLines.write(finding));
        }
    }

    /** A check is of no use to a window that is gone. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(EquivalenceCommand::endWith);
    }

    private static void endWith(ProcessHandle parent) {
        CompletableFuture<ProcessHandle> unused = parent.onExit()
                .whenComplete((ended, failure) -> Runtime.getRuntime().halt(ExitCodes.WRONG_USE));
    }

    private Precision precision() {
        return switch (precision) {
            case "double" -> Precision.DOUBLE;
            case "float" -> Precision.FLOAT;
            default -> throw Failure.wrongUse("--precision is " + precision + ". Write float or double.");
        };
    }

    private Alteration alteration() {
        Set<Step> untied = new LinkedHashSet<>();
        untie.forEach(text -> untied.add(step("--untie", text)));
        return new Alteration(
                untied,
                Set.of(),
                push.map(text -> new Push(step("--push", text), Push.USUAL)),
                timeVariant,
                shareStatistics);
    }

    private static Step step(String option, String text) {
        return Step.parse(text)
                .orElseThrow(() -> Failure.wrongUse(option + " is " + text + ". Write ID@t, e.g. V1-V1@3."));
    }

    private void tell(EquivalenceReport report) throws StoreException, IOException {
        String repeat = EquivalenceArguments.repeat(network, time.isPresent(), report);
        List<String> page = Certificate.lines(report, repeat, Version.line(), LocalDate.now(ZoneId.systemDefault()));
        if (json) {
            Json.print(terminal, values(report));
        } else if (!events) {
            page.forEach(terminal.out()::println);
        }
        if (certificate.isPresent()) {
            CertificateFile.write(certificate.get(), page);
        }
    }

    private static Map<String, Object> values(EquivalenceReport report) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("equivalent", report.verdict().holds());
        values.put("verdict", report.verdict().headline());
        values.put("sentence", report.sentence());
        values.put("time", report.readoutTime());
        values.put("layers", report.layers());
        values.put("bound", report.settings().bound());
        for (Comparison.Part part : Comparison.Part.values()) {
            values.put(
                    part.name().toLowerCase(java.util.Locale.ROOT),
                    report.unfolded().worst(part));
        }
        values.put("copies", report.copies());
        values.put("engines", report.engines());
        return values;
    }
}
