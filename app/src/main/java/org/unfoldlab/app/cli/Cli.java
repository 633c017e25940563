package org.unfoldlab.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.unfoldlab.app.Places;
import org.unfoldlab.model.store.NetworkFiles;
import picocli.CommandLine;

/** The command line: every command, wired to one terminal. */
public final class Cli {
    private Cli() {}

    /**
     * Carries a command out.
     *
     * @return the exit code, see {@link ExitCodes}
     */
    public static int run(Terminal terminal, String... arguments) {
        boolean isFile = arguments.length == 1 && arguments[0].endsWith(NetworkFiles.SUFFIX);
        String[] command = isFile ? new String[] {"open", arguments[0]} : arguments;
        return commandLine(terminal, Places.ofUser()).execute(command);
    }

    /** All commands, keeping data and runs in these places. */
    static CommandLine commandLine(Terminal terminal, Places places) {
        CommandLine line = new CommandLine(new UnfoldCommand())
                .addSubcommand(new OpenCommand(places))
                .addSubcommand(new DemoCommand(terminal, places))
                .addSubcommand(new TrainCommand(terminal, places))
                .addSubcommand(new SweepCommand(terminal, places))
                .addSubcommand(new EvaluateCommand(terminal, places))
                .addSubcommand(new ExploreCommand(terminal, places))
                .addSubcommand(new DescribeCommand(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(new ReportCommand(terminal, places))
                .addSubcommand(new PresetsCommand(terminal))
                .addSubcommand(new DataCommand(terminal, places))
                .addSubcommand(new ProbeCommand(terminal))
                .addSubcommand(new EquivalenceCommand(terminal))
                .addSubcommand(new BenchCommand(terminal))
                .addSubcommand(new EnginesCommand(terminal));
        Complaints complaints = new Complaints(terminal);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setExecutionStrategy(complaints::carriedOut);
        line.setExecutionExceptionHandler(complaints);
        line.setParameterExceptionHandler(complaints);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(terminal.width());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
