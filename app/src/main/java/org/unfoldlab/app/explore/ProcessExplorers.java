package org.unfoldlab.app.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unfoldlab.app.ThisProgram;
import org.unfoldlab.app.runs.LineProcess;
import org.unfoldlab.model.explore.ExploreLines;
import org.unfoldlab.model.explore.ExploreQuestion;

/**
 * Explorers in child processes: this very program as {@code unfold explore RUN --serve}. A crash in native code, or too
 * little memory, then ends an answer and not the window.
 */
public final class ProcessExplorers implements Explorer.Starter {
    private final List<String> program;

    public ProcessExplorers() {
        this(ThisProgram.command());
    }

    /** For tests: the same program started in another way. */
    ProcessExplorers(List<String> program) {
        this.program = List.copyOf(program);
    }

    @Override
    public Explorer start(Path run, Explorer.Listener listener) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("explore", run.toString(), "--serve"));
        try {
            return new Child(LineProcess.start(
                    command,
                    Map.of(),
                    line -> ExploreLines.readAnswer(line).ifPresent(listener::answered),
                    listener::ended));
        } catch (IOException e) {
            throw new IOException(
                    "The process that explores cannot be started. The system says: " + e.getMessage() + ".", e);
        }
    }

    private record Child(LineProcess process) implements Explorer {
        @Override
        public void ask(ExploreQuestion question) {
            process.say(ExploreLines.write(question));
        }

        @Override
        public void close() {
            ask(new ExploreQuestion.Leave(0));
        }
    }
}
