package org.unfoldlab.model.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.ReadoutCurve.Kind;
import org.unfoldlab.model.result.ReadoutPoint.Measured;
import org.unfoldlab.model.result.TrainingEvent.AnswerTime;
import org.unfoldlab.model.result.TrainingEvent.CurveMeasured;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.result.TrainingEvent.TimesMeasured;

class MeasurementsTest {
    private static final Instant AT = Instant.EPOCH;

    private static ReadoutCurve curve(StatisticsPolicy policy, Measured... points) {
        return new ReadoutCurve(Kind.TRAIN_ONCE, policy, 5, 0, List.of(points));
    }

    private static EpochDone epoch(int epoch) {
        return new EpochDone(
                AT,
                epoch,
                1,
                0.5,
                OptionalDouble.empty(),
                OptionalDouble.of(0.2),
                List.of(curve(StatisticsPolicy.RECALIBRATE, new Measured(4, 0.3, 1), new Measured(5, 0.2, 1))),
                0.01,
                1);
    }

    @Test
    void whatWasAskedForTheSameWeightsJoinsTheCurves() {
        ReadoutCurve wider = curve(StatisticsPolicy.RECALIBRATE, new Measured(7, 0.25, 1));
        ReadoutCurve held = curve(StatisticsPolicy.HOLD, new Measured(7, 0.6, 1));
        RunRecord record =
                RunRecord.of(List.of(epoch(1), new CurveMeasured(AT, 1, 0, wider), new CurveMeasured(AT, 1, 0, held)));
        List<ReadoutCurve> curves = record.latestCurves();
        assertEquals(
                List.of(4, 5, 7),
                curves.get(0).points().stream().map(ReadoutPoint::time).toList());
        assertEquals(StatisticsPolicy.HOLD, curves.get(1).statistics());
    }

    @Test
    void pointsOfDifferentWeightsAreNeverOneCurve() {
        ReadoutCurve midway = curve(StatisticsPolicy.RECALIBRATE, new Measured(7, 0.25, 1));
        RunRecord record = RunRecord.of(List.of(epoch(1), new CurveMeasured(AT, 1, 3, midway)));
        assertEquals(List.of(midway), record.latestCurves());
        assertEquals(
                List.of(4, 5),
                record.with(epoch(2)).latestCurves().get(0).points().stream()
                        .map(ReadoutPoint::time)
                        .toList(),
                "an epoch after it has curves of its own");
    }

    @Test
    void timesMeasuredOnOneDeviceAddUpAndOnAnotherBeginAnew() {
        TimesMeasured two = new TimesMeasured(AT, "CPU", List.of(new AnswerTime(2, 1.5)));
        TimesMeasured three = new TimesMeasured(AT, "CPU", List.of(new AnswerTime(3, 2.5)));
        TimesMeasured other = new TimesMeasured(AT, "GPU", List.of(new AnswerTime(3, 0.5)));
        RunRecord record = RunRecord.of(List.of(two, three));
        assertEquals(2, record.measurements().times().orElseThrow().times().size());
        assertEquals(other, record.with(other).measurements().times().orElseThrow());
    }

    @Test
    void dynamicsComeBackFromTheirArraysAsTheyWere() {
        StateDynamics.Move move = new StateDynamics.Move(new double[] {1, 2}, new double[] {0.5, 1}, new double[][] {
            {Double.NaN, 0.5}, {Double.NaN, Double.NaN}
        });
        StateDynamics written =
                new StateDynamics(Map.of("V1", move), Map.of("V1-V1/conv1", new double[] {Double.NaN, 3}));
        StateDynamics read = StateDynamics.of(written.arrays());
        assertEquals(written.arrays(), read.arrays());
        assertEquals(0.5, Objects.requireNonNull(read.moves().get("V1")).changes()[1]);
        assertTrue(StateDynamics.of(Map.of()).moves().isEmpty());
        assertEquals(Optional.empty(), RunRecord.EMPTY.measurements().times());
    }
}
