package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.unfoldlab.app.ThisProgram;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.NetworkFiles;

/**
 * Starts workers as child processes: this very program, on the same Java with the same options and class path, as
 * {@code unfold train … --events}.
 */
public final class ProcessWorkers implements Worker.Starter {
    private final Supplier<List<String>> program;
    private final List<String> options;
    private final Map<String, String> environment;

    public ProcessWorkers() {
        this(ThisProgram::command, List.of(), Map.of());
    }

    /** For tests: another program that speaks the protocol. */
    ProcessWorkers(List<String> program) {
        this(() -> program, List.of(), Map.of());
    }

    private ProcessWorkers(Supplier<List<String>> program, List<String> options, Map<String, String> environment) {
        this.program = program;
        this.options = List.copyOf(options);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public ProcessWorkers with(List<String> moreOptions) {
        return with(moreOptions, Map.of());
    }

    /**
     * The same program with more to say to each worker.
     *
     * @param moreOptions of {@code unfold train}, e.g. {@code --threads 2}
     * @param moreEnvironment variables on top of this process's own
     */
    public ProcessWorkers with(List<String> moreOptions, Map<String, String> moreEnvironment) {
        List<String> all = new ArrayList<>(options);
        all.addAll(moreOptions);
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(moreEnvironment);
        return new ProcessWorkers(program, all, both);
    }

    @Override
    public Worker start(Path folder, Optional<NetworkDocument> network, Worker.Listener listener) throws IOException {
        if (network.isEmpty()) {
            return launch(List.of("--resume", folder.toString()), listener);
        }
        // The run folder must be the worker's own from the start, so the network travels beside it.
        Path file = Files.createTempFile("unfold-network-", NetworkFiles.SUFFIX);
        try {
            NetworkFiles.write(file, network.get());
            return launch(List.of(file.toString(), "--out", folder.toString()), new DeletingWhenRead(file, listener));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void evaluate(Path folder, List<String> arguments) throws IOException {
        Evaluations.run(program.get(), folder, arguments);
    }

    private Worker launch(List<String> arguments, Worker.Listener listener) throws IOException {
        List<String> command = new ArrayList<>(program.get());
        command.add("train");
        command.addAll(arguments);
        command.addAll(options);
        command.add("--events");
        try {
            return WorkerProcess.start(command, environment, listener);
        } catch (IOException e) {
            throw new IOException(
                    "The training process cannot be started. The system says: " + e.getMessage() + ".", e);
        }
    }

    /** Deletes the file that the network travelled in as soon as the worker has its own copy. */
    private record DeletingWhenRead(Path file, Worker.Listener listener) implements Worker.Listener {
        @Override
        public void event(TrainingEvent event) {
            if (event instanceof TrainingEvent.Started) {
                delete();
            }
            listener.event(event);
        }

        @Override
        public void ended(Worker.Ending ending) {
            delete();
            listener.ended(ending);
        }

        private void delete() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
