package org.unfoldlab.app.runs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.unfoldlab.model.store.EventLines;
import org.unfoldlab.model.train.CommandLines;
import org.unfoldlab.model.train.WorkerCommand;

/**
 * A training in a child process: the parent's end of the worker protocol. If this process dies, the child's input ends
 * and it stops with a checkpoint.
 */
public final class WorkerProcess implements Worker {
    private final LineProcess child;

    private WorkerProcess(LineProcess child) {
        this.child = child;
    }

    /**
     * Starts a child and begins to listen to it.
     *
     * @param command program and arguments
     * @param environment variables on top of this process's own
     * @throws IOException when there is no such program
     */
    static WorkerProcess start(List<String> command, Map<String, String> environment, Listener listener)
            throws IOException {
        return new WorkerProcess(LineProcess.start(
                command, environment, line -> EventLines.read(line).ifPresent(listener::event), listener::ended));
    }

    @Override
    public void tell(Order order) {
        tell(
                switch (order) {
                    case PAUSE -> new WorkerCommand.Pause();
                    case RESUME -> new WorkerCommand.Resume();
                    case STEP_BATCH -> new WorkerCommand.StepBatch();
                    case STEP_EPOCH -> new WorkerCommand.StepEpoch();
                    case STOP -> new WorkerCommand.Stop();
                });
    }

    @Override
    public void tell(WorkerCommand command) {
        child.say(CommandLines.write(command));
    }

    @Override
    public long pid() {
        return child.pid();
    }
}
