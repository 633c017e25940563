package org.unfoldlab.model.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;

class EvaluationTest {
    private static final Nd4jEngine ENGINE = new Nd4jEngine();

    @ParameterizedTest
    @EnumSource(StatisticsPolicy.class)
    void whatIsAnsweredAtOneTimeDoesNotDependOnTheOthersAskedFor(StatisticsPolicy policy) throws Exception {
        for (Normalization.Statistics statistics : Normalization.Statistics.values()) {
            TrainingJob job = job(withStatistics(Jobs.document(4), statistics));
            ReadoutCurve together = curve(job, List.of(1, 2, 3, 4, 5, 6), policy);
            for (int time : List.of(3, 4, 6)) {
                ReadoutPoint alone = curve(job, List.of(time), policy).at(time).orElseThrow();
                ReadoutPoint among = together.at(time).orElseThrow();
                assertEquals(alone.error(), among.error());
                assertEquals(alone.loss().orElseThrow(), among.loss().orElseThrow(), 1e-5);
            }
            assertEquals(
                    new ReadoutPoint.NoSignal(1, OptionalInt.of(2)),
                    together.at(1).orElseThrow());
        }
    }

    @Test
    void windowsThatReferToTheReadoutAreUnrolledForEachTime() throws Exception {
        NetworkDocument resNet = Networks.resNet(6)
                .edit()
                .classes(4)
                .training(Jobs.document(4).training())
                .build();
        ReadoutCurve curve = curve(job(resNet), List.of(3, 4, 5, 6, 7, 8), StatisticsPolicy.RECALIBRATE);
        assertTrue(curve.points().stream().allMatch(ReadoutPoint.Measured.class::isInstance), curve.toString());
    }

    @Test
    void aWeightThatWasNeverMadeIsNamed() throws Exception {
        NetworkDocument own =
                Jobs.document(4).edit().sharing(new Sharing.None()).build();
        ReadoutCurve curve = curve(job(own), List.of(3, 4, 5), StatisticsPolicy.RECALIBRATE);
        assertInstanceOf(ReadoutPoint.Measured.class, curve.at(4).orElseThrow());
        ReadoutPoint.Unavailable later =
                assertInstanceOf(ReadoutPoint.Unavailable.class, curve.at(5).orElseThrow());
        assertTrue(later.reason().matches("The weight V\\d-V\\d/conv\\d@\\d does not exist: .*"), later.reason());
    }

    @Test
    void holdingTakesTheLastTrainedTimeOfAPosition() {
        Program program = Lowering.lower(Unroller.unroll(job(Jobs.document(4)).network(), 6));
        Map<String, ChannelStatistics> running = new HashMap<>();
        ReadoutPlan.positions(program).forEach(position -> {
            if (position.time() <= 2 || position.norm().startsWith("post")) {
                int time = position.norm().startsWith("post") ? 4 : position.time();
                running.put(position.norm() + "@" + time, statistics(time));
            }
        });
        Map<String, ChannelStatistics> held = HeldStatistics.of(program, running);
        assertEquals(2, mean(held, "V1-V1/norm1@4"));
        assertEquals(1, mean(held, "V1-V1/norm1@1"));
        assertEquals(4, mean(held, "post/norm1@6"));
        assertEquals(Optional.empty(), HeldStatistics.missing(program, running));
        running.keySet().removeIf(key -> key.startsWith("V2-V1/norm2"));
        assertEquals(Optional.of("V2-V1/norm2"), HeldStatistics.missing(program, running));
    }

    private static double mean(Map<String, ChannelStatistics> statistics, String key) {
        return Optional.ofNullable(statistics.get(key)).orElseThrow().mean()[0];
    }

    private static ChannelStatistics statistics(int time) {
        return new ChannelStatistics(new double[] {time}, new double[] {1});
    }

    @Test
    void recalibratedOnTheTestImagesThemselvesIsTheirOwnBatch() throws Exception {
        TrainingJob job = job(Jobs.document(4));
        Splits same = new Splits(job.data().test(), job.data().test(), List.of());
        TrainingJob onItself = new TrainingJob(job.network(), same, ENGINE, job.precision(), 1, "test");
        TrainingJob oneBatch = new TrainingJob(
                Networks.valid(Jobs.document(4)
                        .edit()
                        .training(job.training().withBatch(10))
                        .build()),
                same,
                ENGINE,
                job.precision(),
                1,
                "test");
        double recalibrated = loss(curve(onItself, List.of(4), StatisticsPolicy.RECALIBRATE));
        assertEquals(loss(curve(oneBatch, List.of(4), StatisticsPolicy.BATCH)), recalibrated, 1e-5);
    }

    @Test
    void answersAreCountedOnceEachAndNumbersThatAreNoneAreWrong() {
        Answers answers = new Answers();
        HostArray logits = HostArray.ofFloats(new int[] {3, 2}, 0, 1000, 3, 3, Float.NaN, 1);
        answers.add(logits, new int[] {1, 1, 1}, 0, 1);
        assertEquals(new ReadoutPoint.Measured(5, 0, 0), answers.at(5));
        answers.add(logits, new int[] {1, 1, 1}, 1, 2);
        assertEquals(0.5, answers.at(5).wrong(), "of equal logits the first class is the answer");
        assertEquals(Math.log(2) / 2, answers.at(5).crossEntropy(), 1e-12);
        answers.add(logits, new int[] {1, 1, 1}, 2, 3);
        assertEquals(2 / 3.0, answers.at(5).wrong());
    }

    @Test
    void theLastChunkIsFilledUpWithImagesThatWereSeenBefore() {
        TestImages images =
                new TestImages(Jobs.images(10, 1), Jobs.images(10, 1).statistics());
        assertEquals(3, images.chunks(4));
        assertEquals(2, images.chunk(2, 4).images().shape()[0]);
        TestImages.Chunk last = images.fullChunk(2, 4);
        assertEquals(4, last.images().shape()[0]);
        assertEquals(2, last.from());
        assertEquals(images.chunk(2, 4).labels()[0], last.labels()[last.from()]);
    }

    private static double loss(ReadoutCurve curve) {
        return curve.points().get(0).loss().orElseThrow();
    }

    private static NetworkDocument withStatistics(NetworkDocument document, Normalization.Statistics statistics) {
        Normalization old = document.normalization();
        return document.edit()
                .normalization(new Normalization(statistics, old.affine(), old.epsilon(), old.extras()))
                .build();
    }

    private static TrainingJob job(NetworkDocument document) {
        return Jobs.of(document, ENGINE);
    }

    /** With starting weights, and running averages of one batch. */
    private static ReadoutCurve curve(TrainingJob job, List<Integer> times, StatisticsPolicy policy) throws Exception {
        Program program = Lowering.lower(Unroller.unroll(job.network()));
        Map<String, HostArray> weights = InitialParameters.of(program, 3);
        Map<String, ChannelStatistics> running;
        TestImages train = new TestImages(job.data().train(), job.data().train().statistics());
        try (Executable executable = ENGINE.prepare(program, new Plan(Mode.MEASURE, 10, job.precision()));
                Evaluation evaluation = new Evaluation(job)) {
            executable.setParameters(weights);
            executable.forward(train.chunk(0, 10).images());
            running = new HashMap<>();
            executable
                    .batchStatistics()
                    .forEach((position, statistics) -> running.put(program.statisticsKey(position), statistics));
            return evaluation
                    .curve(new Trained(weights, running), times, policy, () -> false)
                    .orElseThrow()
                    .curve();
        }
    }
}
