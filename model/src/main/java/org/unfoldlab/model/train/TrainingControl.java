package org.unfoldlab.model.train;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.train.WorkerCommand.MeasureAt;
import org.unfoldlab.model.train.WorkerCommand.Pause;
import org.unfoldlab.model.train.WorkerCommand.Resume;
import org.unfoldlab.model.train.WorkerCommand.SetLearningRate;
import org.unfoldlab.model.train.WorkerCommand.StepBatch;
import org.unfoldlab.model.train.WorkerCommand.StepEpoch;
import org.unfoldlab.model.train.WorkerCommand.Stop;

/**
 * Where others say what a training should do. {@link #tell} is for any thread and returns at once; the rest is the
 * trainer's own.
 */
public final class TrainingControl {
    private final BlockingQueue<WorkerCommand> commands = new LinkedBlockingQueue<>();
    private volatile boolean stopping;
    private boolean paused;
    private int stepsLeft;
    private boolean toEpochEnd;
    private boolean saidPaused;

    /** What the trainer does when it is told things. */
    interface Listener {
        void paused() throws StoreException;

        void resumed() throws StoreException;

        void learningRate(double rate) throws StoreException;

        void measure(String readoutTimes, List<StatisticsPolicy> compare) throws StoreException;
    }

    /** Asks for something; it happens after the batch under way. */
    public void tell(WorkerCommand command) {
        if (command instanceof Stop) {
            stopping = true;
        }
        commands.add(command);
    }

    /** True as soon as a stop was asked for; long measurements look at it. */
    BooleanSupplier stopping() {
        return () -> stopping;
    }

    /** Does what was asked for and waits while paused; false when training shall stop. */
    boolean mayDoBatch(Listener listener) throws StoreException {
        while (!stopping) {
            WorkerCommand command = next(listener);
            if (command == null) {
                stepsLeft -= stepsLeft > 0 ? 1 : 0;
                return !stopping;
            }
            obey(command, listener);
        }
        return false;
    }

    /** Tells that an epoch is learned and measured. */
    void epochEnded() {
        toEpochEnd = false;
    }

    /** The next command; null when there is none and training may go on. */
    private @Nullable WorkerCommand next(Listener listener) throws StoreException {
        WorkerCommand waiting = commands.poll();
        if (waiting != null || !paused || stepsLeft > 0 || toEpochEnd) {
            return waiting;
        }
        if (!saidPaused) {
            saidPaused = true;
            listener.paused();
        }
        try {
            return commands.take();
        } catch (InterruptedException e) {
            // The flag stays down: with it up, the file of the last checkpoint would be closed while it is written.
            stopping = true;
            return new Stop();
        }
    }

    private void obey(WorkerCommand command, Listener listener) throws StoreException {
        if (command instanceof Pause) {
            paused = true;
            stepsLeft = 0;
            toEpochEnd = false;
        } else if (command instanceof Resume) {
            if (saidPaused) {
                listener.resumed();
            }
            paused = false;
            saidPaused = false;
        } else if (command instanceof StepBatch) {
            paused = true;
            saidPaused = false;
            stepsLeft++;
        } else if (command instanceof StepEpoch) {
            paused = true;
            saidPaused = false;
            toEpochEnd = true;
        } else if (command instanceof SetLearningRate set) {
            listener.learningRate(set.learningRate());
        } else if (command instanceof MeasureAt measure) {
            listener.measure(measure.readoutTimes(), measure.compare());
        }
    }
}
