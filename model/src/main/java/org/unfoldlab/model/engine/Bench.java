package org.unfoldlab.model.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.result.HostArray;

/**
 * Times of a program on random data, warm-up excluded.
 *
 * @param trainMs median training step, in milliseconds
 * @param trainMinMs shortest training step
 * @param inferMs median inference
 * @param inferMinMs shortest inference
 * @param imagesPerSecond in training, by the median
 * @param planMs time to lay training and inference out
 * @param trainShares part of a training step that each kind of operation takes, largest first, 1 in all; empty where
 *     the engine cannot tell
 * @param inferShares the same for inference
 */
public record Bench(
        double trainMs,
        double trainMinMs,
        double inferMs,
        double inferMinMs,
        double imagesPerSecond,
        double planMs,
        Map<String, Double> trainShares,
        Map<String, Double> inferShares) {
    private static final int WARM_UP = 3;
    private static final int FEWEST = 5;
    private static final Update UPDATE = new Update(0.01, 0.9, 1e-4);

    /**
     * Runs training steps for {@code seconds}, then inference for a third of that.
     *
     * @throws EngineException when the engine cannot run the program
     */
    public static Bench run(Engine engine, Program program, int batch, int threads, Precision precision, double seconds)
            throws EngineException {
        Shape shape = program.stimulus().shape();
        Random random = new Random(1);
        float[] pixels = new float[Math.toIntExact(batch * shape.size())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        HostArray images =
                HostArray.ofFloats(new int[] {batch, shape.channels(), shape.height(), shape.width()}, pixels);
        int classes = program.source().network().document().classes();
        int[] labels = random.ints(batch, 0, classes).toArray();
        engine.diagnose();
        long start = System.nanoTime();
        try (Executable training = engine.prepare(program, plan(Mode.TRAIN, batch, threads, precision));
                Executable inference = engine.prepare(program, plan(Mode.EVALUATE, batch, threads, precision))) {
            double planMs = (System.nanoTime() - start) / 1e6;
            training.setParameters(InitialParameters.of(program, 1));
            double[] train = times(() -> training.train(images, labels, UPDATE), seconds);
            inference.setParameters(training.parameters());
            inference.setStatistics(training.statistics());
            double[] infer = times(() -> answer(inference, images), seconds / 3);
            return new Bench(
                    median(train),
                    train[0],
                    median(infer),
                    infer[0],
                    1e3 * batch / median(train),
                    planMs,
                    shares(training),
                    shares(inference));
        }
    }

    /** To the logits on the host: a graphics processor is still computing when forward returns. */
    private static void answer(Executable inference, HostArray images) {
        inference.forward(images);
        inference.logits(inference.program().readouts().lastKey());
    }

    private static Plan plan(Mode mode, int batch, int threads, Precision precision) {
        return new Plan(mode, batch, precision, false, threads);
    }

    private static double[] times(Runnable step, double seconds) {
        for (int i = 0; i < WARM_UP; i++) {
            step.run();
        }
        double[] times = new double[0];
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end || times.length < FEWEST) {
            long start = System.nanoTime();
            step.run();
            times = Arrays.copyOf(times, times.length + 1);
            times[times.length - 1] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    /** Medians over a few repetitions of the last run, scaled to sum to 1. */
    private static Map<String, Double> shares(Executable executable) {
        Map<String, List<Double>> times = new TreeMap<>();
        for (int i = 0; i < FEWEST; i++) {
            executable
                    .millisecondsByKind()
                    .forEach((kind, ms) ->
                            times.computeIfAbsent(kind, k -> new ArrayList<>()).add(ms));
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((kind, ms) -> medians.put(
                kind,
                median(ms.stream().mapToDouble(Double::doubleValue).sorted().toArray())));
        double whole =
                medians.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        medians.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> shares.put(entry.getKey(), entry.getValue() / whole));
        return shares;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
