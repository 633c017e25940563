package org.unfoldlab.app.runs;

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
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Presets;

/** Runs for tests. */
final class Runs {
    static final Instant AT = Instant.EPOCH;

    private Runs() {}

    static NetworkDocument demo() {
        return Presets.find("demo").orElseThrow().document();
    }

    static RunViewModel trained(int number, TrainingEvent... events) {
        return new RunViewModel(number, Path.of("run-" + number), demo(), RunRecord.of(List.of(events)));
    }

    static TrainingEvent.Started started() {
        return new TrainingEvent.Started(
                AT,
                new Provenance("spec", "data", 1, "nd4j", "CPU", "float", 2, "0.1", "17", AT),
                "Demo",
                5,
                12,
                64,
                64,
                4096,
                1024,
                44_538,
                11,
                0,
                0);
    }

    /** An epoch whose curve has no signal at t = 1 and error 50 % / t later. */
    static TrainingEvent.EpochDone epoch(int epoch, int longest) {
        List<ReadoutPoint> points = new ArrayList<>();
        points.add(new ReadoutPoint.NoSignal(1, OptionalInt.of(2)));
        for (int t = 2; t <= longest; t++) {
            points.add(new ReadoutPoint.Measured(t, 0.5 / t, 1.0 / t));
        }
        return new TrainingEvent.EpochDone(
                AT,
                epoch,
                1.5,
                0.4,
                OptionalDouble.empty(),
                OptionalDouble.of(0.1),
                List.of(new ReadoutCurve(ReadoutCurve.Kind.TRAIN_ONCE, StatisticsPolicy.RECALIBRATE, 5, 512, points)),
                0.05,
                5);
    }
}
