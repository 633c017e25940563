package org.unfoldlab.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.EventLines;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.train.TrainingControl;
import org.unfoldlab.model.train.TrainingException;
import org.unfoldlab.model.train.TrainingJob;
import org.unfoldlab.model.train.TrainingRun;
import org.unfoldlab.model.train.WorkerCommand;

/** One training in this process, shown to a person or told to a parent process. */
final class TrainingSession {
    private final Terminal terminal;
    private final TrainingControl control = new TrainingControl();
    private final Optional<WorkerInput> parent;
    private final TrainingView view;

    /**
     * Gets ready.
     *
     * @param worker true when a parent process sends commands and reads events
     */
    TrainingSession(Terminal terminal, boolean worker) {
        this.terminal = terminal;
        parent = worker ? Optional.of(WorkerInput.listen(terminal.in(), control)) : Optional.empty();
        view = new TrainingView(terminal);
    }

    /** Says something that the user should know, unless only events are wanted. */
    void note(String sentence) {
        terminal.err().println(sentence);
    }

    /** Trains in a new folder until something ends it. */
    StopReason begin(TrainingJob job, Path folder) throws TrainingException {
        return run(job, folder, listener -> new TrainingRun(job, control).begin(folder, listener));
    }

    /** Goes on with the run in a folder until something ends it. */
    StopReason resume(TrainingJob job, RunFolder run) throws StoreException, TrainingException {
        Path folder = run.path();
        view.remember(run.record());
        return run(job, folder, listener -> new TrainingRun(job, control).resume(folder, listener));
    }

    private StopReason run(TrainingJob job, Path folder, Start start) throws TrainingException {
        job.data().notes().forEach(this::note);
        parent.ifPresent(WorkerInput::begin);
        Interruption interruption = Interruption.watch(() -> control.tell(new WorkerCommand.Stop()));
        try {
            if (parent.isPresent()) {
                return start.with(this::tell);
            }
            view.open(folder);
            StopReason reason = start.with(view::show);
            view.close();
            return reason;
        } finally {
            interruption.end();
        }
    }

    private void tell(TrainingEvent event) {
        terminal.out().println(EventLines.write(event));
        terminal.out().flush();
    }

    /** Says why it ended; the exit code. */
    int report(StopReason reason) {
        Optional<String> trouble = StopWords.trouble(reason);
        trouble.ifPresent(sentence -> terminal.err().println("unfold: " + sentence));
        return trouble.isPresent() ? ExitCodes.FAILED : ExitCodes.OK;
    }

    /** What begins or resumes. */
    private interface Start {
        StopReason with(Consumer<TrainingEvent> listener) throws TrainingException;
    }
}
