package org.unfoldlab.app.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.model.store.EventLines;
import org.unfoldlab.model.train.CommandLines;
import org.unfoldlab.model.train.WorkerCommand;

/**
 * A training in a child process: the parent's end of the worker protocol. Three threads serve it, so that no call ever
 * waits: one writes commands, one reads events, one keeps the child's last words. If this process dies, the child's
 * input ends and it stops with a checkpoint.
 */
public final class WorkerProcess implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final int LONGEST_WORDS = 500;

    private final Process process;
    private final Listener listener;
    private final BlockingQueue<WorkerCommand> commands = new LinkedBlockingQueue<>();
    private volatile String lastWords = "";

    private WorkerProcess(Process process, Listener listener) {
        this.process = process;
        this.listener = listener;
    }

    /**
     * Starts a child and begins to listen to it.
     *
     * @param command program and arguments
     * @throws IOException when there is no such program
     */
    static WorkerProcess start(List<String> command, Listener listener) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // Threads that spin while they wait for one another would take the processor from the window's.
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
        Process process = builder.start();
        WorkerProcess worker = new WorkerProcess(process, listener);
        Thread errors = begin("unfold-worker-errors", worker::keepLastWords);
        begin("unfold-worker-commands", worker::writeCommands);
        begin("unfold-worker-events", () -> worker.readEvents(errors));
        return worker;
    }

    private static Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void tell(Order order) {
        commands.add(
                switch (order) {
                    case PAUSE -> new WorkerCommand.Pause();
                    case RESUME -> new WorkerCommand.Resume();
                    case STEP_BATCH -> new WorkerCommand.StepBatch();
                    case STEP_EPOCH -> new WorkerCommand.StepEpoch();
                    case STOP -> new WorkerCommand.Stop();
                });
    }

    @Override
    public long pid() {
        return process.pid();
    }

    private void writeCommands() {
        try (OutputStream out = process.getOutputStream()) {
            while (process.isAlive()) {
                out.write((CommandLines.write(commands.take()) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException | InterruptedException childIsGone) {
            LOG.debug("no more commands to worker {}", process.pid());
        }
    }

    private void readEvents(Thread errors) {
        try (BufferedReader lines = reader(process.getInputStream())) {
            String line = lines.readLine();
            while (line != null) {
                EventLines.read(line).ifPresent(listener::event);
                line = lines.readLine();
            }
        } catch (IOException e) {
            LOG.warn("worker {} cannot be read any more: {}", process.pid(), e.getMessage());
        }
        try {
            int code = process.waitFor();
            errors.join();
            // Wakes the thread that waits for commands; it finds the child gone.
            commands.add(new WorkerCommand.Stop());
            listener.ended(new Ending(code, lastWords));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the last line that says something. */
    private void keepLastWords() {
        try (BufferedReader lines = reader(process.getErrorStream())) {
            String line = lines.readLine();
            while (line != null) {
                LOG.debug("worker {}: {}", process.pid(), line);
                if (!line.isBlank()) {
                    String words = line.strip();
                    lastWords = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            LOG.debug("errors of worker {} cannot be read any more", process.pid(), e);
        }
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
