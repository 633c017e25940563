package org.unfoldlab.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.unfoldlab.model.train.CommandLines;
import org.unfoldlab.model.train.TrainingControl;
import org.unfoldlab.model.train.WorkerCommand;

/**
 * Hands the commands of a parent process to a training, one JSON line each. When the stream ends the parent is gone and
 * training stops; a stream that is at its end before training begins never had a parent, and is ignored.
 */
final class WorkerInput {
    private final TrainingControl control;
    private boolean begun;

    private WorkerInput(TrainingControl control) {
        this.control = control;
    }

    /** Starts to listen. */
    static WorkerInput listen(InputStream in, TrainingControl control) {
        WorkerInput input = new WorkerInput(control);
        Thread reader = new Thread(() -> input.read(in), "unfold-commands");
        reader.setDaemon(true);
        reader.start();
        return input;
    }

    /** Training is about to begin: from now on the end of the stream stops it. */
    synchronized void begin() {
        begun = true;
    }

    private void read(InputStream in) {
        boolean any = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                any = true;
                CommandLines.read(line).ifPresent(control::tell);
            }
        } catch (IOException e) {
            any = true;
        }
        ended(any);
    }

    private synchronized void ended(boolean hadParent) {
        if (begun || hadParent) {
            control.tell(new WorkerCommand.Stop());
        }
    }
}
