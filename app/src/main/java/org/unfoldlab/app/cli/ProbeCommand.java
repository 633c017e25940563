package org.unfoldlab.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Probe;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.Npz;
import org.unfoldlab.model.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a network on given arrays, so that its numbers can be compared with those of another program. */
@Command(
        name = "probe",
        description = {
            "Run a network on the arrays of a case and write what it computes, as .npz.",
            "In: x, labels, w/KEY, eval_x. Out: logits@t, loss, h/STATE@t, mean/POSITION@t, var/POSITION@t, grad/KEY,"
                    + " step_losses, eval_logits@t."
        })
final class ProbeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "A file (*.unfold) or a preset.")
    private String network = "";

    @Option(names = "--arrays", required = true, paramLabel = "CASE.npz", description = "Images, labels and weights.")
    private Path arrays = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT.npz", description = "The file to write.")
    private Path out = Path.of("");

    @Mixin
    private EngineOption engine = new EngineOption();

    @Mixin
    private PassesOption passes = new PassesOption();

    private final Terminal terminal;

    ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws StoreException, EngineException {
        Network checked = Networks.open(network, terminal).checked(Optional.empty());
        Engine chosen = passes.applied(engine.engine());
        Precision precision = engine.precision();
        Map<String, HostArray> results = Probe.run(checked, Npz.read(arrays), chosen, precision);
        Npz.write(out, results);
        return ExitCodes.OK;
    }
}
