package org.unfoldlab.model.train;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.datasets.batches.TrainingBatches;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Mishap;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.SafeUpTo;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.Checkpoint.Progress;
import org.unfoldlab.model.store.RunWriter;
import org.unfoldlab.model.store.StoreException;

/**
 * One training with its run folder, on the calling thread. Whatever ends it once it has begun is told as
 * {@link TrainingEvent.Stopped} and returned; only what keeps it from beginning is thrown.
 */
public final class TrainingRun {
    /** How much a crash may cost within an epoch. */
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final TrainingJob job;
    private final TrainingControl control;
    private final Duration checkpointEvery;

    public TrainingRun(TrainingJob job, TrainingControl control) {
        this(job, control, CHECKPOINT_EVERY);
    }

    TrainingRun(TrainingJob job, TrainingControl control, Duration checkpointEvery) {
        this.job = job;
        this.control = control;
        this.checkpointEvery = checkpointEvery;
    }

    /**
     * Trains from the start in a new run folder; one that would not fit into memory ends before there is a folder.
     *
     * @param listener told every event on this thread, after the folder
     * @throws TrainingException when data and network do not fit, no signal reaches the readout, or the folder cannot be
     *     used
     */
    public StopReason begin(Path folder, Consumer<TrainingEvent> listener) throws TrainingException {
        refuseMismatch();
        refuseSilence();
        Clock clock = Clock.systemUTC();
        Optional<StopReason> tooLarge = tooLarge(clock, listener);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        Provenance provenance = job.provenance(clock.instant());
        try (RunWriter writer = RunWriter.create(folder, job.network().document(), provenance)) {
            return run(new RunJournal(writer, listener, clock), provenance, Optional.empty());
        } catch (StoreException e) {
            throw new TrainingException(e.getMessage(), e);
        }
    }

    /**
     * Goes on from a run folder's last checkpoint, or from the start when there is none yet.
     *
     * @param listener told every event on this thread, after the folder
     * @throws TrainingException when network or data are not those of the run, or the folder cannot be used
     */
    public StopReason resume(Path folder, Consumer<TrainingEvent> listener) throws TrainingException {
        refuseMismatch();
        refuseSilence();
        Clock clock = Clock.systemUTC();
        Optional<StopReason> tooLarge = tooLarge(clock, listener);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        Provenance provenance = job.provenance(clock.instant());
        try (RunWriter writer = RunWriter.resume(folder)) {
            refuseOther(writer.folder().provenance(), provenance, folder);
            Optional<Checkpoint> checkpoint = writer.folder().latestCheckpoint();
            return run(new RunJournal(writer, listener, clock), provenance, checkpoint);
        } catch (StoreException e) {
            throw new TrainingException(e.getMessage(), e);
        }
    }

    private Optional<StopReason> tooLarge(Clock clock, Consumer<TrainingEvent> listener) {
        Optional<StopReason.OutOfMemory> refusal = new MemoryCheck(job).refusal();
        refusal.ifPresent(reason -> listener.accept(new TrainingEvent.Stopped(clock.instant(), reason)));
        return refusal.map(reason -> reason);
    }

    private void refuseMismatch() throws TrainingException {
        Optional<String> mismatch = job.mismatch();
        if (mismatch.isPresent()) {
            throw new TrainingException(mismatch.get());
        }
        Diagnosis diagnosis = job.engine().diagnose();
        if (!diagnosis.works()) {
            throw new TrainingException("The engine " + job.engine().name() + " does not work here. "
                    + String.join(" ", diagnosis.details()));
        }
    }

    private void refuseSilence() throws TrainingException {
        Optional<Problem> silence = job.network().silence();
        if (silence.isPresent()) {
            throw new TrainingException(
                    "Nothing can be trained. " + silence.get().sentence());
        }
    }

    private static void refuseOther(Provenance run, Provenance now, Path folder) throws TrainingException {
        if (!run.specHash().equals(now.specHash())) {
            throw new TrainingException(folder + " cannot be resumed. Its network or settings are not those that it was"
                    + " started with; start a new run for them.");
        }
        if (!run.dataHash().equals(now.dataHash())) {
            throw new TrainingException(folder + " cannot be resumed. The images are not those that it was trained on;"
                    + " choose the same data.");
        }
    }

    private StopReason run(RunJournal journal, Provenance provenance, Optional<Checkpoint> from) throws StoreException {
        Progress progress = from.map(Checkpoint::progress).orElse(Progress.START);
        journal.tell(started(journal, provenance, progress));
        StopReason reason = outcome(journal, provenance.device(), from);
        TrainingEvent.Stopped stopped = new TrainingEvent.Stopped(journal.now(), reason);
        try {
            journal.tell(stopped);
        } catch (StoreException diskIsGone) {
            journal.listener().accept(stopped);
        }
        return reason;
    }

    private TrainingEvent.Started started(RunJournal journal, Provenance provenance, Progress progress) {
        Unrolling unrolling = Unroller.unroll(job.network());
        Program program = Lowering.lower(unrolling);
        TrainingBatches batches = Trainer.batches(job);
        return new TrainingEvent.Started(
                journal.now(),
                provenance,
                job.network().document().title(),
                unrolling.readoutTime(),
                job.training().epochs(),
                batches.perEpoch(),
                batches.batchSize(),
                job.data().train().size(),
                job.data().test().size(),
                program.parameterCount(),
                Counts.of(unrolling).depth().orElse(0),
                progress.epochsDone(),
                progress.batchesDone());
    }

    private StopReason outcome(RunJournal journal, String device, Optional<Checkpoint> from) {
        try (Trainer trainer = new Trainer(job, journal, control, from, checkpointEvery)) {
            return trainer.train();
        } catch (StoreException e) {
            return failed(journal, String.valueOf(e.getMessage()));
        } catch (EngineException | RuntimeException | OutOfMemoryError e) {
            return ended(journal, device, e);
        }
    }

    private StopReason ended(RunJournal journal, String device, Throwable problem) {
        String safe = SafeUpTo.sentence(journal.record());
        return switch (Mishap.of(problem)) {
            case OUT_OF_MEMORY -> new MemoryCheck(job).ranOut(opening(journal) + "out of memory.", safe);
            case DEVICE_LOST -> {
                LOG.error("the device is lost", problem);
                yield new StopReason.DeviceLost(
                        opening(journal) + "the graphics card " + device + " no longer answers. " + safe, device);
            }
            case OTHER -> {
                if (problem instanceof EngineException) {
                    yield failed(journal, String.valueOf(problem.getMessage()));
                }
                LOG.error("training failed", problem);
                yield failed(journal, "a fault in Unfold (" + problem + ").");
            }
        };
    }

    private static String opening(RunJournal journal) {
        int epoch =
                journal.record().lastBatch().map(TrainingEvent.BatchDone::epoch).orElse(1);
        return "Training stopped in epoch " + epoch + ": ";
    }

    private static StopReason failed(RunJournal journal, String what) {
        String sentence = what.endsWith(".") ? what : what + ".";
        return new StopReason.Failed(opening(journal) + sentence + " " + SafeUpTo.sentence(journal.record()));
    }
}
