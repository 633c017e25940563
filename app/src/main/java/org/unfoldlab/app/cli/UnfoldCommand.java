package org.unfoldlab.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code unfold} itself: without a command, the window. */
@Command(
        name = "unfold",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "A lab that shows that a residual network and a recurrent network are the same thing.",
        footer = {
            "",
            "Without a command, the window opens. NETWORK is a file (*.unfold) or the name of a preset.",
            "Start with: unfold demo"
        })
@SuppressWarnings("UnusedVariable") // picocli reads the options itself
final class UnfoldCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    private boolean debug;

    @Option(
            names = "--warm-up",
            hidden = true,
            description = "Open the window, say after how many milliseconds it stood, and close it.")
    private boolean warmUp;

    @Override
    public Integer call() {
        return warmUp ? OpenCommand.open("--warm-up") : OpenCommand.open();
    }
}
