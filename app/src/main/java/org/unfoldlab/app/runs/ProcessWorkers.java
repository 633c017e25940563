package org.unfoldlab.app.runs;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.app.Main;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.NetworkFiles;

/**
 * Starts workers as child processes: this very program, on the same Java with the same options and class path, as
 * {@code unfold train … --events}.
 */
public final class ProcessWorkers implements Worker.Starter {
    /** Options that belong to this process alone: debuggers and agents cannot be shared. */
    private static final List<String> OWN_OPTIONS = List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrun");

    private final List<String> program;

    public ProcessWorkers() {
        this(thisProgram());
    }

    /** For tests: another program that speaks the protocol. */
    ProcessWorkers(List<String> program) {
        this.program = List.copyOf(program);
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

    private Worker launch(List<String> arguments, Worker.Listener listener) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.add("train");
        command.addAll(arguments);
        command.add("--events");
        try {
            return WorkerProcess.start(command, listener);
        } catch (IOException e) {
            throw new IOException(
                    "The training process cannot be started. The system says: " + e.getMessage() + ".", e);
        }
    }

    private static List<String> thisProgram() {
        List<String> command = new ArrayList<>();
        String java = File.separatorChar == '\\' ? "java.exe" : "java";
        command.add(Path.of(System.getProperty("java.home"), "bin", java).toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OWN_OPTIONS.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        return command;
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
