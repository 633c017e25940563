package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.model.store.RunWriter;

/** Run folders as training leaves them, without training. */
final class StoredRuns {
    static final Instant AT = Instant.EPOCH;

    private StoredRuns() {}

    static NetworkDocument demo(long seed) {
        NetworkDocument demo = Presets.find("demo").orElseThrow().document();
        return demo.edit().training(demo.training().withSeed(seed)).build();
    }

    /**
     * Writes a finished run.
     *
     * @param error test error after the last epoch, 0 … 1; earlier ones are larger
     */
    static Path write(Path folder, NetworkDocument network, double error) throws IOException {
        int epochs = network.training().epochs();
        try (RunWriter run = begin(folder, network)) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                run.append(epoch(network, epoch, error + 0.5 * Math.exp(-0.5 * epoch)));
            }
            run.append(new TrainingEvent.Stopped(AT, new StopReason.Completed()));
        }
        return folder;
    }

    /** Writes the begin of a run, whose folder is then held. */
    static RunWriter begin(Path folder, NetworkDocument network) throws IOException {
        Provenance provenance = new Provenance(
                NetworkFiles.specHash(network),
                "data",
                network.training().seed(),
                "nd4j",
                "CPU",
                "float",
                2,
                "0.1",
                "17",
                AT);
        RunWriter run = RunWriter.create(folder, network, provenance);
        run.append(new TrainingEvent.Started(
                AT,
                provenance,
                network.title(),
                network.readout().time(),
                network.training().epochs(),
                64,
                64,
                4096,
                1024,
                44_538,
                11,
                0,
                0));
        return run;
    }

    static TrainingEvent.EpochDone epoch(NetworkDocument network, int epoch, double error) {
        int trained = network.readout().time();
        List<ReadoutPoint> points = new ArrayList<>();
        points.add(new ReadoutPoint.NoSignal(1, OptionalInt.of(2)));
        for (int t = 2; t <= 8; t++) {
            points.add(new ReadoutPoint.Measured(t, Math.min(0.9, error + 0.02 * Math.abs(t - trained)), 1));
        }
        ReadoutCurve curve =
                new ReadoutCurve(ReadoutCurve.Kind.TRAIN_ONCE, StatisticsPolicy.RECALIBRATE, trained, 512, points);
        return new TrainingEvent.EpochDone(
                AT,
                epoch,
                1,
                error / 2,
                OptionalDouble.of(2 * error),
                OptionalDouble.of(error),
                List.of(curve),
                0.05,
                5);
    }
}
