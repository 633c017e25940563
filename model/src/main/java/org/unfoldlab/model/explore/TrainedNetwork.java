package org.unfoldlab.model.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.batches.Batch;
import org.unfoldlab.datasets.batches.EvaluationBatches;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.Thought;
import org.unfoldlab.model.train.Evaluation;
import org.unfoldlab.model.train.Trained;
import org.unfoldlab.model.train.TrainingJob;

/*
 * Readout times are prepared once for all up to the largest that was ever asked for: statistics are measured then, and
 * one executable of a single image stays laid out for each program (one in all, unless windows refer to T).
 */
/** A trained network that answers for single images at every readout time. One thread at a time. */
public final class TrainedNetwork implements AutoCloseable {
    private final TrainingJob job;
    private final Trained trained;
    private final StatisticsPolicy policy;
    private int last;
    private Evaluation.@Nullable Ready ready;
    private final List<Executable> single = new ArrayList<>();

    /**
     * @param job the run's network and data
     * @param trained what training has made
     */
    public TrainedNetwork(TrainingJob job, Trained trained) {
        this.job = job;
        this.trained = trained;
        this.policy = job.network().document().measure().statistics();
    }

    /** With programs and statistics that are known already. */
    TrainedNetwork(TrainingJob job, Trained trained, Evaluation.Ready ready, int last) throws EngineException {
        this(job, trained);
        take(ready, last);
    }

    /** The test images. */
    public ImageSet testImages() {
        return job.data().test();
    }

    /** The largest readout time that the run's file asks to measure, T of training at least. */
    public int lastMeasured() {
        try (Evaluation evaluation = new Evaluation(job)) {
            return evaluation.timesAskedFor().last();
        }
    }

    /** Where batch norm's statistics come from, in words. */
    public String statistics() {
        return policy == StatisticsPolicy.HOLD ? "running averages, held" : "recalibrated on training images";
    }

    /**
     * Shows the network an image.
     *
     * @param pixels channels × height × width bytes
     * @param upTo the largest readout time T′ to answer at; all smaller ones are answered as well
     * @param shown the readout time whose states are wanted; it matters only where windows refer to T
     * @throws EngineException when the engine cannot do it, e.g. for want of memory
     */
    public Thought think(byte[] pixels, int upTo, int shown) throws EngineException {
        return think(normalised(oneImage(pixels), 0, 1), upTo, shown);
    }

    /** The same for an image that is normalised already, 1×C×H×W. */
    Thought think(HostArray image, int upTo, int shown) throws EngineException {
        Evaluation.Ready now = prepared(upTo);
        Map<StateAt, HostArray> states = new LinkedHashMap<>();
        List<Guess> guesses = new ArrayList<>();
        int source = sourceOfStates(now, shown);
        for (int i = 0; i < single.size(); i++) {
            Executable executable = single.get(i);
            executable.forward(image);
            executable.program().readouts().keySet().stream()
                    .filter(time -> time <= upTo)
                    .forEach(time -> guesses.add(
                            Guess.ofLogits(time, executable.logits(time).asDoubles())));
            if (i == source) {
                take(executable, upTo, states);
            }
        }
        guesses.sort(Comparator.comparingInt(Guess::time));
        List<ReadoutPoint> unanswered =
                now.unanswered().stream().filter(point -> point.time() <= upTo).toList();
        return new Thought(states, guesses, unanswered);
    }

    private static void take(Executable executable, int upTo, Map<StateAt, HostArray> states) {
        executable.program().states().keySet().stream()
                .filter(at -> at.time() < upTo)
                .forEach(at -> states.put(at, withoutBatch(executable.state(at))));
    }

    private static HostArray withoutBatch(HostArray state) {
        int[] shape = state.shape();
        return HostArray.ofFloats(Arrays.copyOfRange(shape, 1, shape.length), state.asFloats());
    }

    /** The program whose states are shown: that which reads out at the wanted time, else the longest. */
    private static int sourceOfStates(Evaluation.Ready ready, int shown) {
        List<Evaluation.Calibrated> programs = ready.programs();
        return IntStream.range(0, programs.size())
                .filter(i -> programs.get(i).program().readouts().containsKey(shown))
                .findFirst()
                .orElse(programs.size() - 1);
    }

    private ImageSet oneImage(byte[] pixels) {
        ImageSet test = testImages();
        return ImageSet.of(
                "one image", test.channels(), test.height(), test.width(), pixels, new int[1], test.classNames());
    }

    /** Images {@code number}·{@code size} and on, normalised by the training set's statistics; fewer at the end. */
    HostArray normalised(ImageSet images, int number, int size) {
        EvaluationBatches batches =
                new EvaluationBatches(images, job.data().train().statistics(), size);
        Batch batch = batches.newBatch();
        batches.fill(0, number, batch);
        int[] shape = {batch.size(), images.channels(), images.height(), images.width()};
        return HostArray.ofFloats(shape, Arrays.copyOf(batch.inputs(), batch.size() * batch.imageLength()));
    }

    /** Programs and statistics for every readout time up to that. */
    Evaluation.Ready prepared(int upTo) throws EngineException {
        Evaluation.Ready known = ready;
        if (known != null && upTo <= last) {
            return known;
        }
        close();
        List<Integer> times = IntStream.rangeClosed(1, upTo).boxed().toList();
        try (Evaluation evaluation = new Evaluation(job)) {
            known = evaluation.ready(trained, new TreeSet<>(times), policy);
        }
        take(known, upTo);
        return known;
    }

    private void take(Evaluation.Ready programs, int upTo) throws EngineException {
        for (Evaluation.Calibrated program : programs.programs()) {
            single.add(prepare(program, new Plan(Mode.EVALUATE, 1, job.precision(), true, job.threads())));
        }
        ready = programs;
        last = upTo;
    }

    Executable prepare(Evaluation.Calibrated calibrated, Plan plan) throws EngineException {
        Executable executable = job.engine().prepare(calibrated.program(), plan);
        executable.setParameters(trained.weights());
        executable.setStatistics(calibrated.statistics());
        return executable;
    }

    /** A way to lay programs out for many images at a time, without keeping states. */
    Plan manyImages(int batch) {
        return new Plan(Mode.EVALUATE, batch, job.precision(), false, job.threads());
    }

    /** The seed of the run. */
    long seed() {
        return job.training().seed();
    }

    /** Frees what is laid out; the next question lays it out again. */
    @Override
    public void close() {
        single.forEach(Executable::close);
        single.clear();
        ready = null;
    }
}
