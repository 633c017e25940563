package org.unfoldlab.model.train;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StateDynamics;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Npz;
import org.unfoldlab.model.store.RunFolder;

class MeasuringTest {
    @TempDir
    Path temporary;

    private static NetworkDocument measuring(List<StatisticsPolicy> compare, int dynamicsImages) {
        Measure measure = new Measure(
                "1..6",
                StatisticsPolicy.RECALIBRATE,
                compare,
                OptionalInt.of(12),
                OptionalInt.of(dynamicsImages),
                Extras.NONE);
        return Jobs.document(4).edit().measure(measure).build();
    }

    private RunRecord train(NetworkDocument document, TrainingControl control) throws Exception {
        Path folder = temporary.resolve("run");
        new TrainingRun(Jobs.of(document, new FakeEngine()), control).begin(folder, event -> {});
        return RunFolder.open(folder).record();
    }

    @Test
    void everyEpochHasACurveForEachPolicyThatWasAskedFor() throws Exception {
        List<StatisticsPolicy> others = List.of(StatisticsPolicy.HOLD, StatisticsPolicy.BATCH);
        RunRecord record = train(measuring(others, 0), new TrainingControl());
        for (TrainingEvent.EpochDone epoch : record.epochs()) {
            assertEquals(
                    List.of(StatisticsPolicy.RECALIBRATE, StatisticsPolicy.HOLD, StatisticsPolicy.BATCH),
                    epoch.curves().stream().map(ReadoutCurve::statistics).toList());
        }
        assertTrue(record.measurements().dynamics().isEmpty(), "nobody wanted dynamics");
    }

    @Test
    void theStatisticsOfAnEpochAreRunningBatchAndRecalibrated() throws Exception {
        RunRecord record = train(measuring(List.of(), 0), new TrainingControl());
        Map<String, HostArray> arrays = Npz.read(
                temporary.resolve("run").resolve(record.statistics().get(2).file()));
        for (String prefix : List.of("", "running/", "batch/")) {
            assertTrue(arrays.containsKey(prefix + "mean/V1-V1/norm1@1"), prefix);
            assertTrue(arrays.containsKey(prefix + "var/V1-V1/norm1@1"), prefix);
        }
    }

    @Test
    void otherTimesCanBeAskedForWhileItTrains() throws Exception {
        TrainingControl control = new TrainingControl();
        control.tell(new WorkerCommand.MeasureAt("3..9", List.of(StatisticsPolicy.BATCH)));
        RunRecord record = train(measuring(List.of(), 0), control);
        List<ReadoutCurve> curves = record.latestCurves();
        assertEquals(2, curves.size());
        assertEquals(3, curves.get(0).points().get(0).time());
        assertEquals(9, curves.get(1).points().get(6).time());
    }

    @Test
    void howStatesMoveIsInTheFolderAfterEachEpoch() throws Exception {
        RunRecord record = train(measuring(List.of(), 4), new TrainingControl());
        assertEquals(3, record.measurements().dynamics().size());
        TrainingEvent.DynamicsMeasured last = record.measurements().dynamics().get(2);
        assertEquals(4, last.sampleImages());
        StateDynamics dynamics =
                StateDynamics.of(Npz.read(temporary.resolve("run").resolve(last.file())));
        StateDynamics.Move move = requireNonNull(dynamics.moves().get("V1"));
        assertEquals(1, move.changes()[1], 1e-6, "the fake's state halves with each step");
        assertEquals(Math.pow(0.5, 2) / 2, move.norms()[2], 1e-6, "per root of four images");
        assertEquals(
                6, requireNonNull(dynamics.moves().get("V2")).norms().length, "followed to the longest time asked for");
        double[] ratios = requireNonNull(dynamics.updates().get("V1-V1/conv1"));
        assertEquals(0.001 / 2, ratios[1], 1e-9, "rate of the third epoch times half a weight over the weight");
        assertTrue(Double.isNaN(ratios[0]));
    }

    /** The gradients of the uses add up to that of the shared tensor: so they are those of the uses. */
    @Test
    void ofARealEngineEachUseHasItsOwnGradientAndTheirSumIsTheSharedOne() throws Exception {
        Engine engine = new FoldedEngine();
        TrainingJob job = Jobs.of(Jobs.document(4), engine);
        TestImages sample =
                new TestImages(job.data().train(), job.data().train().statistics());
        TestImages.Chunk chunk = sample.chunk(0, 6);
        Plan plan = new Plan(Mode.TRAIN, 6, Precision.DOUBLE, false, 1);
        Program shared = Lowering.lower(Unroller.unroll(job.network()));
        Map<String, HostArray> weights = InitialParameters.of(shared, 3);
        UpdateRatios ratios = new UpdateRatios(job.network());
        try (Executable one = engine.prepare(shared, plan);
                Executable each = engine.prepare(ratios.program(), plan)) {
            one.setParameters(weights);
            each.setParameters(ratios.weights(weights));
            one.gradient(chunk.images(), chunk.labels());
            each.gradient(chunk.images(), chunk.labels());
            double[] sum = new double
                    [requireNonNull(one.gradients().get("V1-V1/conv1")).size()];
            List<String> uses = new ArrayList<>();
            each.gradients().forEach((key, gradient) -> {
                if (key.startsWith("V1-V1/conv1@")) {
                    uses.add(key);
                    double[] values = gradient.asDoubles();
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += values[i];
                    }
                }
            });
            assertTrue(uses.size() > 1, "the transition runs more than once");
            double[] whole = requireNonNull(one.gradients().get("V1-V1/conv1")).asDoubles();
            for (int i = 0; i < sum.length; i++) {
                assertEquals(whole[i], sum[i], 1e-9 * (1 + Math.abs(whole[i])));
            }
            assertEquals(uses.size(), count(requireNonNull(ratios.of(each, 0.1).get("V1-V1/conv1"))));
        }
    }

    private static long count(double[] values) {
        return java.util.Arrays.stream(values).filter(Double::isFinite).count();
    }
}
