package org.unfoldlab.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.Bench;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.train.PeakMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times training and inference of a network. */
@Command(
        name = "bench",
        description = {
            "Time a training step and inference of a network on random images.",
            "Median and minimum in milliseconds, images a second, peak memory."
        })
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "A file (*.unfold) or a preset.")
    private String network = "";

    @Option(names = "--batch", paramLabel = "N", defaultValue = "64", description = "Images in a batch. Default: 64.")
    private int batch = 64;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "How long to train; inference takes a third of it. Default: 20.")
    private double seconds = 20;

    @Option(names = "--time", paramLabel = "T", description = "Unroll to T instead of the file's readout time.")
    private Optional<Integer> time = Optional.empty();

    @Option(names = "--json", description = "Print JSON, on one line.")
    private boolean json;

    @Mixin
    private EngineOption engine = new EngineOption();

    @Mixin
    private PassesOption passes = new PassesOption();

    private final Terminal terminal;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EngineException {
        if (batch < 2 || !(seconds > 0)) {
            throw Failure.wrongUse("--batch needs at least 2 images, --seconds more than 0.");
        }
        Optional<Integer> asked = threads.asked();
        Engine chosen = passes.applied(engine.engine());
        engine.reasons().forEach(terminal.err()::println);
        Network checked = Networks.open(network, terminal).checked(time);
        Program program = Lowering.lower(Unroller.unroll(checked));
        if (program.readouts().isEmpty()) {
            throw Failure.failed("No signal yet at T = " + program.readoutTime() + ". Choose a later --time.");
        }
        Bench result = Bench.run(chosen, program, batch, asked.orElse(0), engine.precision(), seconds);
        if (json) {
            Json.printLine(terminal, fields(chosen, result));
        } else {
            print(chosen, result);
        }
        return ExitCodes.OK;
    }

    private void print(Engine chosen, Bench result) {
        OptionalLong peak = PeakMemory.mib();
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s, engine %s on %s, %s, batch %d%n"
                                + "training step  %8.1f ms (minimum %.1f), %.0f images/s%n"
                                + "inference      %8.1f ms (minimum %.1f)%n"
                                + "planning       %8.1f ms%n"
                                + "memory         %8s MiB at most",
                        network,
                        chosen.name(),
                        chosen.diagnose().device(),
                        engine.precision().text(),
                        batch,
                        result.trainMs(),
                        result.trainMinMs(),
                        result.imagesPerSecond(),
                        result.inferMs(),
                        result.inferMinMs(),
                        result.planMs(),
                        peak.isPresent() ? peak.getAsLong() : "–"));
        printShares("training step", result.trainShares(), result.trainMs());
        printShares("inference", result.inferShares(), result.inferMs());
    }

    /** Where the time goes, so that the next bottleneck is seen. */
    private void printShares(String what, Map<String, Double> shares, double milliseconds) {
        if (shares.isEmpty()) {
            return;
        }
        terminal.out().println();
        terminal.out().println(what);
        shares.forEach((kind, share) -> terminal.out()
                .println(
                        String.format(Locale.ROOT, "%10.1f ms %5.1f %%  %s", share * milliseconds, 100 * share, kind)));
    }

    private Map<String, @Nullable Object> fields(Engine chosen, Bench result) {
        OptionalLong peak = PeakMemory.mib();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("network", network);
        fields.put("engine", chosen.name());
        fields.put("device", chosen.diagnose().device());
        fields.put("precision", engine.precision().text());
        fields.put("batch", batch);
        fields.put("threads", threads.asked().orElseGet(() -> chosen.diagnose().threads()));
        fields.put("trainMs", rounded(result.trainMs()));
        fields.put("trainMinMs", rounded(result.trainMinMs()));
        fields.put("inferMs", rounded(result.inferMs()));
        fields.put("inferMinMs", rounded(result.inferMinMs()));
        fields.put("imagesPerSecond", rounded(result.imagesPerSecond()));
        fields.put("peakMib", peak.isPresent() ? peak.getAsLong() : null);
        fields.put("planMs", rounded(result.planMs()));
        fields.put("trainShares", rounded(result.trainShares()));
        fields.put("inferShares", rounded(result.inferShares()));
        return fields;
    }

    private static Map<String, Double> rounded(Map<String, Double> shares) {
        Map<String, Double> rounded = new LinkedHashMap<>();
        shares.forEach((kind, share) -> rounded.put(kind, Math.round(share * 1e4) / 1e4));
        return rounded;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
