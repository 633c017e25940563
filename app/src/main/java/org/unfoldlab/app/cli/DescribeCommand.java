package org.unfoldlab.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.Unroller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts a network and lists its steps. */
@Command(
        name = "describe",
        description = {
            "Print what a network is, unrolled to its readout time, as JSON.",
            "parameters, depth and multiplyAdds count what runs; ran and pruned list the steps ID@t; populated gives"
                    + " the first t at which each state holds a signal."
        })
final class DescribeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "A file (*.unfold) or a preset.")
    private String network = "";

    @Option(names = "--time", paramLabel = "T", description = "Read out at T instead of the file's readout time.")
    private Optional<Integer> time = Optional.empty();

    private final Terminal terminal;

    DescribeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Network checked = Networks.open(network, terminal).checked(time);
        Json.print(terminal, Description.of(Unroller.unroll(checked)));
        return ExitCodes.OK;
    }
}
