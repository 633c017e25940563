package org.unfoldlab.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Mishap;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.Suggestion;
import org.unfoldlab.model.train.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one clear sentence on the error stream and an exit code. */
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final String NAME = "unfold: ";

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println(NAME + sentence(e.getMessage()) + suggestion(e) + " See '" + command + " --help'.");
        if (List.of(arguments).contains("--debug")) {
            e.printStackTrace(terminal.err());
        }
        return ExitCodes.WRONG_USE;
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String written = unmatched.getUnmatched().get(0);
        Stream<String> names = written.startsWith("-")
                ? e.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                : e.getCommandLine().getSubcommands().keySet().stream();
        return Suggestion.of(written, names.toList())
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** Carries a command out; lack of memory, which is no exception, ends it with a sentence like any other trouble. */
    int carriedOut(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            ParseResult innermost = parsed;
            while (innermost.hasSubcommand()) {
                innermost = innermost.subcommand();
            }
            return complain(e, innermost.commandSpec(), parsed);
        }
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return complain(e, command.getCommandSpec(), parsed);
    }

    private int complain(Throwable e, CommandSpec command, ParseResult parsed) {
        if (parsed.expandedArgs().contains("--debug")) {
            e.printStackTrace(terminal.err());
        }
        terminal.err().println(NAME + words(e));
        boolean wrongUse = e instanceof Failure failure && failure.exitCode() == ExitCodes.WRONG_USE;
        return wrongUse ? ExitCodes.WRONG_USE : command.exitCodeOnExecutionException();
    }

    private static String words(Throwable e) {
        if (e instanceof Failure) {
            return String.valueOf(e.getMessage());
        }
        if (isForUsers(e)) {
            return sentence(e.getMessage());
        }
        return Mishap.of(e) == Mishap.OUT_OF_MEMORY ? noMemory(e) : unexpected(e);
    }

    /** What an engine says of its own memory names settings that do; what Java and its libraries say does not. */
    private static String noMemory(Throwable e) {
        String said = String.valueOf(e.getMessage());
        return e instanceof OutOfMemoryError && said.endsWith(".")
                ? said
                : "There is not enough memory for this. Choose a smaller batch, fewer images or an earlier T, or give"
                        + " Java more, e.g. by UNFOLD_JAVA_OPTS=-Xmx8g.";
    }

    private static boolean isForUsers(Throwable e) {
        return e instanceof StoreException
                || e instanceof EngineException
                || e instanceof DatasetException
                || e instanceof TrainingException;
    }

    private static String unexpected(Throwable e) {
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String kind = e instanceof IOException ? "The system says: " : "Something unexpected happened: ";
        return sentence(kind + what.lines().findFirst().orElse("")) + " Add --debug to see where.";
    }

    private static String sentence(@Nullable String message) {
        String text = message == null ? "" : message.strip();
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
