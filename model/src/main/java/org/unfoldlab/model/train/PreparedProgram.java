package org.unfoldlab.model.train;

import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** A program and what an engine has laid out for it, each made when it is first needed. */
final class PreparedProgram implements AutoCloseable {
    private final TrainingJob job;
    private final Program program;
    private @Nullable Executable sampling;
    private @Nullable Executable measuring;
    private @Nullable Executable evaluating;

    PreparedProgram(TrainingJob job, Program program) {
        this.job = job;
        this.program = program;
    }

    Program program() {
        return program;
    }

    /** Batch statistics over a whole sample at once. */
    Executable sampling(int images) throws EngineException {
        Executable made = sampling;
        if (made == null) {
            made = prepare(Mode.MEASURE, images);
            sampling = made;
        }
        return made;
    }

    /** Answers with the statistics of the very batch. */
    Executable measuring(int images) throws EngineException {
        Executable made = measuring;
        if (made == null) {
            made = prepare(Mode.MEASURE, images);
            measuring = made;
        }
        return made;
    }

    /** Answers with given statistics. */
    Executable evaluating(int images) throws EngineException {
        Executable made = evaluating;
        if (made == null) {
            made = prepare(Mode.EVALUATE, images);
            evaluating = made;
        }
        return made;
    }

    private Executable prepare(Mode mode, int images) throws EngineException {
        return job.engine().prepare(program, new Plan(mode, images, job.precision(), false, job.threads()));
    }

    long bytes() {
        return bytes(sampling) + bytes(measuring) + bytes(evaluating);
    }

    private static long bytes(@Nullable Executable executable) {
        return executable == null ? 0 : executable.bufferBytes();
    }

    @Override
    public void close() {
        close(sampling);
        close(measuring);
        close(evaluating);
        sampling = null;
        measuring = null;
        evaluating = null;
    }

    private static void close(@Nullable Executable executable) {
        if (executable != null) {
            executable.close();
        }
    }
}
