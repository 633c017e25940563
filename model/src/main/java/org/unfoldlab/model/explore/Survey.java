package org.unfoldlab.model.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.SeededRandom;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.TestChoices;
import org.unfoldlab.model.train.Evaluation;

/**
 * Asks a trained network for many test images at every readout time, a batch a step, so that other questions can be
 * answered in between.
 */
final class Survey implements AutoCloseable {
    private static final int BATCH = 64;

    private final TrainedNetwork network;
    private final List<Evaluation.Calibrated> programs;
    private final List<Integer> times;
    private final int[] numbers;
    private final ImageSet images;
    private final int[][] chosen;
    private @Nullable Executable executable;
    private int program;
    private int chunk;

    /**
     * @param last the largest readout time
     * @param count at most so many images, drawn by the run's seed
     */
    Survey(TrainedNetwork network, int last, int count) throws EngineException {
        this.network = network;
        programs = network.prepared(last).programs();
        TreeSet<Integer> answered = new TreeSet<>();
        programs.forEach(calibrated -> answered.addAll(
                calibrated.program().readouts().headMap(last + 1).keySet()));
        times = List.copyOf(answered);
        numbers = drawn(network.testImages().size(), count, network.seed());
        images = network.testImages().select(numbers);
        chosen = new int[numbers.length][times.size()];
    }

    private static int[] drawn(int size, int count, long seed) {
        int[] all = SeededRandom.at(seed, size).permutation(size);
        int[] some = Arrays.copyOf(all, Math.min(count, size));
        Arrays.sort(some);
        return some;
    }

    private int chunks() {
        return (numbers.length + BATCH - 1) / BATCH;
    }

    boolean isDone() {
        return program >= programs.size() || numbers.length == 0;
    }

    /** Share of the work that is done, 0 … 1. */
    double done() {
        int all = programs.size() * chunks();
        return all == 0 ? 1 : (program * (double) chunks() + chunk) / all;
    }

    /** Asks for one batch. */
    void step() throws EngineException {
        Executable asked = executable;
        if (asked == null) {
            asked = network.prepare(programs.get(program), network.manyImages(Math.min(BATCH, numbers.length)));
            executable = asked;
        }
        asked.forward(network.normalised(images, chunk, Math.min(BATCH, numbers.length)));
        for (int time : asked.program().readouts().keySet()) {
            if (times.contains(time)) {
                write(asked.logits(time), times.indexOf(time));
            }
        }
        chunk++;
        if (chunk == chunks()) {
            close();
            chunk = 0;
            program++;
        }
    }

    private void write(HostArray logits, int time) {
        double[] values = logits.asDoubles();
        int classes = logits.shape()[1];
        for (int i = 0; i < logits.shape()[0]; i++) {
            chosen[chunk * BATCH + i][time] = Guess.largest(values, i * classes, classes);
        }
    }

    /** What was chosen; only when it is done. */
    TestChoices choices() {
        List<Integer> labels = new ArrayList<>();
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            labels.add(images.label(i));
            all.add(Arrays.stream(chosen[i]).boxed().toList());
        }
        return new TestChoices(times, Arrays.stream(numbers).boxed().toList(), labels, all);
    }

    @Override
    public void close() {
        Executable open = executable;
        if (open != null) {
            open.close();
            executable = null;
        }
    }
}
