package org.unfoldlab.model.train;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unfoldlab.datasets.batches.Augmentation;
import org.unfoldlab.datasets.batches.Batch;
import org.unfoldlab.datasets.batches.BatchFeeder;
import org.unfoldlab.datasets.batches.TrainingBatches;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mishap;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.StepResult;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.Checkpoint.Progress;
import org.unfoldlab.model.store.StoreException;

/*
 * The same seed, data and engine give the same bits however often training is paused, stepped, stopped or killed:
 * batch (epoch, number) follows from the seed alone, and all else that carries over from batch to batch is in the
 * checkpoint: weights, velocities, running averages, and the sums behind the epoch's train error.
 *
 * An epoch is its full batches: engines lay out one batch size, so the images left over sit out this epoch, other ones
 * the next.
 */
/** Mini-batch SGD with momentum, epoch by epoch (SPEC §7). Belongs to the thread that made it. */
final class Trainer implements AutoCloseable {
    private static final int BATCHES_AHEAD = 2;

    private final TrainingJob job;
    private final Training training;
    private final RunJournal journal;
    private final TrainingControl control;
    private final Duration checkpointEvery;
    private final TrainingBatches batches;
    private final Executable executable;
    private final Measuring measuring;
    private final Speed speed = new Speed();
    private Progress progress;
    private boolean hasLearned;
    private long lastCheckpoint = System.nanoTime();

    /**
     * Lays everything out.
     *
     * @param from where to go on, absent to begin
     * @param checkpointEvery how long a crash may throw training back within an epoch
     * @throws EngineException when the engine cannot do it
     */
    Trainer(
            TrainingJob job,
            RunJournal journal,
            TrainingControl control,
            Optional<Checkpoint> from,
            Duration checkpointEvery)
            throws EngineException {
        this.job = job;
        this.journal = journal;
        this.control = control;
        this.checkpointEvery = checkpointEvery;
        training = job.training();
        batches = batches(job);
        progress = from.map(Checkpoint::progress).orElse(Progress.START);
        measuring = new Measuring(job, journal);
        Program program = Lowering.lower(Unroller.unroll(job.network()));
        Plan plan = new Plan(Mode.TRAIN, batches.batchSize(), job.precision(), false, job.threads());
        executable = job.engine().prepare(program, plan);
        from.ifPresentOrElse(checkpoint -> Checkpoints.restore(checkpoint, executable), () -> {
            executable.setParameters(InitialParameters.of(program, training.seed()));
            executable.setVelocities(Map.of());
            executable.setStatistics(Map.of());
        });
    }

    static TrainingBatches batches(TrainingJob job) {
        Training training = job.training();
        Augmentation augmentation = switch (training.augmentation()) {
            case NONE -> Augmentation.NONE;
            case CROP_AND_MIRROR -> Augmentation.STANDARD;
        };
        return new TrainingBatches(
                job.data().train(), job.data().train().statistics(), training.batch(), training.seed(), augmentation);
    }

    /** Trains to the end, or until something ends it. */
    StopReason train() throws EngineException, StoreException {
        long first = (long) progress.epochsDone() * batches.perEpoch() + progress.batchesDone();
        long end = (long) training.epochs() * batches.perEpoch();
        try (BatchFeeder feeder = BatchFeeder.start(batches, first, end, BATCHES_AHEAD)) {
            while (progress.epochsDone() < training.epochs()) {
                Optional<StopReason> stopped = epoch(feeder);
                if (stopped.isPresent()) {
                    return stopped.get();
                }
            }
        }
        return new StopReason.Completed();
    }

    private Optional<StopReason> epoch(BatchFeeder feeder) throws EngineException, StoreException {
        while (progress.batchesDone() < batches.perEpoch()) {
            if (!control.mayDoBatch(new Obedience())) {
                return stopped();
            }
            Optional<Batch> batch = next(feeder);
            if (batch.isEmpty()) {
                return stopped();
            }
            Optional<StopReason> diverged = learn(batch.get());
            if (diverged.isPresent()) {
                return diverged;
            }
            if (System.nanoTime() - lastCheckpoint > checkpointEvery.toNanos()) {
                checkpoint();
            }
        }
        return measure() ? Optional.empty() : stopped();
    }

    private Optional<StopReason> stopped() throws StoreException {
        checkpoint();
        return Optional.of(new StopReason.StoppedByUser());
    }

    /** Waits for the next batch; empty when this thread was interrupted. */
    private static Optional<Batch> next(BatchFeeder feeder) {
        try {
            return feeder.next();
        } catch (InterruptedException e) {
            return Optional.empty();
        }
    }

    /** One batch; a reason to stop when its numbers are not finite. */
    private Optional<StopReason> learn(Batch batch) throws StoreException {
        long begun = System.nanoTime();
        double rate = learningRate();
        StepResult step = executable.train(
                images(batch), batch.labels(), new Update(rate, training.momentum(), training.weightDecay()));
        int epoch = progress.epochsDone() + 1;
        int number = progress.batchesDone() + 1;
        if (!step.finite()) {
            return Optional.of(diverged(epoch, number, step.loss(), rate));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        hasLearned = true;
        progress = progress.withBatch(step.loss(), batch.size() - step.correct(), seconds);
        double error = progress.wrong() / ((double) number * batch.size());
        double imagesPerSecond = speed.imagesPerSecond(batch.size(), seconds);
        journal.tell(
                new TrainingEvent.BatchDone(journal.now(), epoch, number, step.loss(), error, imagesPerSecond, rate));
        return Optional.empty();
    }

    private HostArray images(Batch batch) {
        int[] shape = {
            batch.size(),
            job.data().train().channels(),
            job.data().train().height(),
            job.data().train().width()
        };
        return HostArray.ofFloats(shape, batch.inputs());
    }

    private double learningRate() {
        return progress.learningRate().orElse(LearningRates.at(training, progress.epochsDone() + 1));
    }

    private StopReason diverged(int epoch, int batch, double loss, double rate) {
        String where = executable.firstNotFinite().map(Object::toString).orElse("the loss");
        OptionalInt lastGood = journal.record()
                .checkpoint()
                .map(written -> OptionalInt.of(written.epochsDone()))
                .orElse(OptionalInt.empty());
        return new StopReason.Diverged(where, epoch, batch, loss, lastGood, rate / 3);
    }

    /** Tests what the epoch has brought and closes it; false when a stop came between. */
    private boolean measure() throws EngineException, StoreException {
        long begun = System.nanoTime();
        Measuring.Tested tested = test();
        if (control.stopping().getAsBoolean()) {
            return false;
        }
        int epoch = progress.epochsDone() + 1;
        measuring.keepStatistics(epoch, tested, executable, hasLearned);
        measuring.keepDynamics(epoch, Trained.of(executable), learningRate());
        double seconds = progress.seconds() + (System.nanoTime() - begun) / 1e9;
        journal.tell(epochDone(tested.curves(), seconds));
        measuring.tellMemory(epoch);
        progress = progress.nextEpoch();
        checkpoint();
        control.epochEnded();
        return true;
    }

    /** Tests at all times asked for. When that fails, what was learned is kept. */
    private Measuring.Tested test() throws EngineException, StoreException {
        try {
            return measuring.test(Trained.of(executable), control.stopping());
        } catch (EngineException | RuntimeException | OutOfMemoryError e) {
            if (e instanceof EngineException || Mishap.of(e) == Mishap.OUT_OF_MEMORY) {
                checkpoint();
            }
            throw e;
        }
    }

    private TrainingEvent.EpochDone epochDone(List<ReadoutCurve> curves, double seconds) {
        int images = batches.perEpoch() * batches.batchSize();
        Optional<ReadoutPoint> atTrainedTime = curves.stream()
                .findFirst()
                .flatMap(points -> points.at(job.network().document().readout().time()));
        return new TrainingEvent.EpochDone(
                journal.now(),
                progress.epochsDone() + 1,
                progress.lossSum() / batches.perEpoch(),
                progress.wrong() / (double) images,
                atTrainedTime.map(ReadoutPoint::loss).orElse(OptionalDouble.empty()),
                atTrainedTime.map(ReadoutPoint::error).orElse(OptionalDouble.empty()),
                curves,
                learningRate(),
                seconds);
    }

    private void checkpoint() throws StoreException {
        String file = journal.writer().checkpoint(Checkpoints.of(executable, progress));
        lastCheckpoint = System.nanoTime();
        journal.tell(new TrainingEvent.CheckpointWritten(
                journal.now(), progress.epochsDone(), progress.batchesDone(), file));
    }

    @Override
    public void close() {
        measuring.close();
        executable.close();
    }

    /** Does what the control was told. */
    private final class Obedience implements TrainingControl.Listener {
        @Override
        public void paused() throws StoreException {
            journal.tell(new TrainingEvent.Paused(journal.now(), progress.epochsDone() + 1, progress.batchesDone()));
        }

        @Override
        public void resumed() throws StoreException {
            journal.tell(new TrainingEvent.Resumed(journal.now(), progress.epochsDone() + 1, progress.batchesDone()));
        }

        @Override
        public void measure(String readoutTimes, List<StatisticsPolicy> compare) {
            measuring.ask(readoutTimes, compare);
        }

        @Override
        public void learningRate(double rate) throws StoreException {
            double from = Trainer.this.learningRate();
            progress = progress.withLearningRate(rate);
            int epoch = progress.epochsDone() + 1;
            journal.tell(new TrainingEvent.SettingChanged(
                    journal.now(), epoch, progress.batchesDone(), "learningRate", from, rate));
            // So that what the record says is never lost to a crash.
            checkpoint();
        }
    }
}
