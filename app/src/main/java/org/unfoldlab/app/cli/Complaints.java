package org.unfoldlab.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.Suggestion;
import org.unfoldlab.model.train.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
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

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (parsed.expandedArgs().contains("--debug")) {
            e.printStackTrace(terminal.err());
        }
        if (e instanceof Failure failure) {
            terminal.err().println(NAME + failure.getMessage());
            return failure.exitCode();
        }
        terminal.err().println(NAME + (isForUsers(e) ? sentence(e.getMessage()) : unexpected(e)));
        return ExitCodes.FAILED;
    }

    private static boolean isForUsers(Exception e) {
        return e instanceof StoreException
                || e instanceof EngineException
                || e instanceof DatasetException
                || e instanceof TrainingException;
    }

    private static String unexpected(Exception e) {
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String kind = e instanceof IOException ? "The system says: " : "Something unexpected happened: ";
        return sentence(kind + what.lines().findFirst().orElse("")) + " Add --debug to see where.";
    }

    private static String sentence(@Nullable String message) {
        String text = message == null ? "" : message.strip();
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
