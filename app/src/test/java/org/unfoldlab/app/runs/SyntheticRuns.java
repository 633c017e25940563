package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.StateDynamics;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.RunWriter;

/**
 * Writes run folders as large as one likes, with made-up figures of plausible shapes: for pictures and for measuring
 * how fast a folder opens.
 *
 * @param epochs that are done
 * @param planned epochs
 * @param readouts readout times, from 1
 * @param channels of every norm
 * @param steps times of every norm
 */
record SyntheticRuns(int epochs, int planned, int readouts, int channels, int steps) {
    private static final Instant AT = Instant.EPOCH;
    private static final int BATCHES = 64;

    /** Writes one. */
    void write(Path folder, NetworkDocument network, boolean finished) throws IOException {
        Provenance provenance =
                new Provenance("spec", "data", network.training().seed(), "nd4j", "CPU", "float", 2, "0.1", "17", AT);
        try (RunWriter writer = RunWriter.create(folder, network, provenance)) {
            writer.append(new TrainingEvent.Started(
                    AT,
                    provenance,
                    network.title(),
                    network.readout().time(),
                    planned,
                    BATCHES,
                    64,
                    4096,
                    1024,
                    44_538,
                    11,
                    0,
                    0));
            for (int epoch = 1; epoch <= epochs; epoch++) {
                epoch(writer, network, epoch);
            }
            if (finished) {
                writer.append(new TrainingEvent.Stopped(AT, new StopReason.Completed()));
            }
        }
    }

    private void epoch(RunWriter writer, NetworkDocument network, int epoch) throws IOException {
        for (int batch = 1; batch <= BATCHES; batch += 8) {
            double speed = 400 + 12 * Math.sin(epoch * 0.7 + batch);
            writer.append(new TrainingEvent.BatchDone(AT, epoch, batch, loss(epoch), 0.5, speed, rate(epoch)));
        }
        String statistics = String.format(Locale.ROOT, "statistics-%04d.npz", epoch);
        String dynamics = String.format(Locale.ROOT, "dynamics-%04d.npz", epoch);
        if (epoch <= 4) {
            writer.arrays(statistics, statistics(network, epoch));
            writer.arrays(dynamics, dynamics(network, epoch).arrays());
        } else {
            Path folder = writer.folder().path();
            Files.createLink(folder.resolve(statistics), folder.resolve("statistics-000" + (1 + epoch % 4) + ".npz"));
            Files.createLink(folder.resolve(dynamics), folder.resolve("dynamics-000" + (1 + epoch % 4) + ".npz"));
        }
        writer.append(new TrainingEvent.StatisticsMeasured(AT, epoch, statistics, 512));
        writer.append(new TrainingEvent.DynamicsMeasured(AT, epoch, dynamics, 16));
        List<ReadoutCurve> curves = new ArrayList<>();
        for (StatisticsPolicy policy : network.measure().policies()) {
            curves.add(curve(network, policy, epoch));
        }
        OptionalDouble wrong =
                curves.get(0).at(network.readout().time()).orElseThrow().error();
        writer.append(new TrainingEvent.EpochDone(
                AT,
                epoch,
                loss(epoch),
                wrong.orElse(1) * 0.85,
                OptionalDouble.of(loss(epoch) * 1.1),
                wrong,
                curves,
                rate(epoch),
                5));
        writer.append(new TrainingEvent.MemoryHeld(AT, epoch, 1_900_000_000L));
        writer.append(new TrainingEvent.CheckpointWritten(AT, epoch, 0, "checkpoint.npz"));
    }

    private double rate(int epoch) {
        return epoch <= planned * 2 / 3 ? 0.05 : 0.01;
    }

    private double loss(int epoch) {
        return 2.3 * Math.exp(-epoch * 6.0 / planned) + 0.4;
    }

    private ReadoutCurve curve(NetworkDocument network, StatisticsPolicy policy, int epoch) {
        boolean shared = network.normalization().statistics() == Normalization.Statistics.SHARED;
        int trained = network.readout().time();
        Random random = new Random(epoch);
        double floor = (shared ? 0.3 : 0.1) + 0.6 * Math.exp(-epoch * 8.0 / planned) + 0.01 * random.nextDouble();
        List<ReadoutPoint> points = new ArrayList<>(List.of(new ReadoutPoint.NoSignal(1, OptionalInt.of(2))));
        for (int t = 2; t <= readouts; t++) {
            double early = 0.4 * Math.exp(-(t - 2) * 0.8);
            double late = t <= trained ? 0 : (t - trained) * (policy == StatisticsPolicy.HOLD || shared ? 0.03 : 0.004);
            double batch = policy == StatisticsPolicy.BATCH ? 0.03 : 0;
            points.add(new ReadoutPoint.Measured(t, Math.min(0.9, floor + early + late + batch), 1));
        }
        int images = policy == StatisticsPolicy.RECALIBRATE ? 512 : 0;
        return new ReadoutCurve(ReadoutCurve.Kind.TRAIN_ONCE, policy, trained, images, points);
    }

    private Map<String, HostArray> statistics(NetworkDocument network, int epoch) {
        boolean shared = network.normalization().statistics() == Normalization.Statistics.SHARED;
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        int trained = network.readout().time();
        for (Transition transition : network.transitions()) {
            String norm = transition.id() + "/norm1";
            for (int t = 1; t <= steps; t++) {
                put(arrays, "", norm + "@" + t, epoch, t);
                if (t < trained) {
                    put(arrays, "batch/", norm + "@" + t, epoch + 40, t);
                    if (!shared) {
                        put(arrays, "running/", norm + "@" + t, epoch + 20, t);
                    }
                }
            }
            if (shared) {
                put(arrays, "running/", norm, epoch, 3);
            }
        }
        return arrays;
    }

    private void put(Map<String, HostArray> arrays, String kind, String key, int seed, int t) {
        Random random = new Random(17);
        double[] mean = new double[channels];
        double[] variance = new double[channels];
        for (int c = 0; c < channels; c++) {
            double start = random.nextGaussian() * 0.6;
            double rate = 0.3 + 0.3 * random.nextDouble();
            double rest = random.nextGaussian() * 0.1;
            mean[c] = rest + (start + 0.01 * seed) * Math.exp(-rate * (t - 1));
            double deviation = 0.35 + 0.1 * random.nextDouble() + 0.6 * random.nextDouble() * Math.exp(-rate * (t - 1));
            variance[c] = deviation * deviation;
        }
        arrays.put(kind + "mean/" + key, HostArray.ofDoubles(new int[] {channels}, mean));
        arrays.put(kind + "var/" + key, HostArray.ofDoubles(new int[] {channels}, variance));
    }

    private StateDynamics dynamics(NetworkDocument network, int epoch) {
        Map<String, StateDynamics.Move> moves = new LinkedHashMap<>();
        int first = 0;
        for (State state : network.states()) {
            moves.put(state.name(), move(first++));
        }
        Map<String, double[]> updates = new LinkedHashMap<>();
        for (Transition transition : network.transitions()) {
            double[] ratios = new double[network.readout().time() + 1];
            Arrays.fill(ratios, Double.NaN);
            for (int t = 1; t < network.readout().time(); t++) {
                ratios[t] = 1e-3 * Math.exp(-0.3 * (network.readout().time() - t)) / epoch;
            }
            updates.put(transition.id() + "/conv1", ratios);
            updates.put(transition.id() + "/conv2", ratios.clone());
        }
        return new StateDynamics(moves, updates);
    }

    private StateDynamics.Move move(int first) {
        double[] norms = new double[readouts];
        double[] cosines = new double[readouts];
        double[][] distances = new double[StateDynamics.LONGEST_LAG][readouts];
        for (int t = 0; t < readouts; t++) {
            boolean there = t >= first;
            norms[t] = there ? 30 + 20 * (1 - Math.exp(-0.4 * (t - first))) : Double.NaN;
            cosines[t] = there ? 1 - 0.6 * Math.exp(-0.5 * (t - first)) : Double.NaN;
            for (int lag = 1; lag <= distances.length; lag++) {
                distances[lag - 1][t] = t - lag >= first ? Math.exp(-0.35 * (t - lag - first)) : Double.NaN;
            }
        }
        return new StateDynamics.Move(norms, cosines, distances);
    }
}
