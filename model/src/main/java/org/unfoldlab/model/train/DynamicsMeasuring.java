package org.unfoldlab.model.train;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mishap;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.result.StateDynamics;
import org.unfoldlab.model.result.StateDynamics.Move;

/*
 * What it costs: one pass forward over the sample to the longest readout time, and one forward and backward to the
 * trained one; of 16 images that is about half a batch of 64, once an epoch. What is laid out for it is let go of at
 * once, so that training has the memory. Training itself is not touched: its weights are read, never written, and no
 * random number is drawn.
 */
/** Follows the states of a fixed sample over t (sample drawn from the training set by the seed, not augmented). */
final class DynamicsMeasuring {
    /** Images, unless the network file says otherwise. */
    static final int DEFAULT_SAMPLE = 16;

    private static final Logger LOG = LoggerFactory.getLogger(DynamicsMeasuring.class);

    private final TrainingJob job;
    private final TestImages sample;
    private boolean possible;

    DynamicsMeasuring(TrainingJob job) {
        this.job = job;
        ImageSet train = job.data().train();
        int wanted = images(job);
        // One image more than none, for an image set cannot be empty; it is never run then.
        sample = new TestImages(train.sample(Math.max(1, wanted), job.training().seed()), train.statistics());
        possible = wanted >= 2 && sample.set().size() >= 2;
    }

    /** Images that a training wants to be followed, if there are so many; less than 2 for none. */
    static int images(TrainingJob job) {
        return job.network().document().measure().dynamicsImages().orElse(DEFAULT_SAMPLE);
    }

    int images() {
        return sample.set().size();
    }

    /**
     * Measures once; empty when nobody wants it, or it cannot be done here, which is no reason to stop training.
     *
     * @param times readout times that are asked for; states are followed to the longest that can be answered
     * @param rate η
     */
    Optional<StateDynamics> measure(Trained trained, Collection<Integer> times, double rate) {
        if (!possible) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StateDynamics(moves(trained, times), updates(trained, rate)));
        } catch (EngineException e) {
            return givenUp(e);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (Mishap.of(e) != Mishap.OUT_OF_MEMORY) {
                throw e;
            }
            return givenUp(e);
        }
    }

    private Optional<StateDynamics> givenUp(Throwable why) {
        possible = false;
        LOG.warn("states are not followed in this run: {}", why.getMessage());
        return Optional.empty();
    }

    private Map<String, Move> moves(Trained trained, Collection<Integer> times) throws EngineException {
        Optional<Program> program = followed(trained, times);
        if (program.isEmpty()) {
            return Map.of();
        }
        try (Executable executable = prepare(program.get(), Mode.MEASURE, true)) {
            executable.setParameters(trained.weights());
            executable.forward(sample.chunk(0, images()).images());
            return StateMoves.of(executable);
        }
    }

    /** One program for all times when windows allow it, else that of the trained time. */
    private Optional<Program> followed(Trained trained, Collection<Integer> times) {
        List<Program> programs = ReadoutPlan.of(job.network(), trained, times, StatisticsPolicy.BATCH)
                .programs();
        int own = job.network().document().readout().time();
        return programs.size() == 1
                ? Optional.of(programs.get(0))
                : programs.stream()
                        .filter(program -> program.readoutTime() == own)
                        .findFirst();
    }

    private Map<String, double[]> updates(Trained trained, double rate) throws EngineException {
        UpdateRatios ratios = new UpdateRatios(job.network());
        if (ratios.program().readouts().isEmpty()) {
            return Map.of();
        }
        try (Executable executable = prepare(ratios.program(), Mode.TRAIN, false)) {
            executable.setParameters(ratios.weights(trained.weights()));
            TestImages.Chunk chunk = sample.chunk(0, images());
            executable.gradient(chunk.images(), chunk.labels());
            return ratios.of(executable, rate);
        }
    }

    private Executable prepare(Program program, Mode mode, boolean keepStates) throws EngineException {
        return job.engine().prepare(program, new Plan(mode, images(), job.precision(), keepStates, job.threads()));
    }
}
