package org.unfoldlab.model.result;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.unfoldlab.model.graph.StatisticsPolicy;

/** Events that tests start from. */
public final class Events {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    public static final Provenance PROVENANCE =
            new Provenance("ab", "cd", 7, "nd4j", "CPU", "float", 2, "0.1.0", "17.0.15", NOON);

    private Events() {}

    /** A run of 4 epochs of 10 batches of 8, going on from the given place. */
    public static TrainingEvent.Started started(int epochsDone, int batchesDone) {
        return new TrainingEvent.Started(
                NOON, PROVENANCE, "two areas", 5, 4, 10, 8, 80, 20, 1234, 11, epochsDone, batchesDone);
    }

    public static TrainingEvent.BatchDone batch(int epoch, int batch) {
        return new TrainingEvent.BatchDone(NOON, epoch, batch, 2.5 / batch, 0.5, 100, 0.01);
    }

    public static TrainingEvent.EpochDone epoch(int epoch, double testError) {
        return new TrainingEvent.EpochDone(
                NOON, epoch, 1.5, 0.4, OptionalDouble.of(1.6), OptionalDouble.of(testError), List.of(), 0.01, 10);
    }

    /** Any event, awkward numbers included. */
    public static Arbitrary<TrainingEvent> any() {
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, 5)
                        .flatMap(e -> Arbitraries.integers().between(0, 9).map(b -> (TrainingEvent) started(e, b))),
                Combinators.combine(times(), small(), small(), numbers(), numbers())
                        .as((at, epoch, batch, loss, rate) ->
                                new TrainingEvent.BatchDone(at, epoch, batch, loss, 0.25, 99.5, rate)),
                Combinators.combine(
                                times(),
                                small(),
                                numbers(),
                                optional(),
                                curves().list().ofMaxSize(3))
                        .as((at, epoch, loss, test, curves) ->
                                new TrainingEvent.EpochDone(at, epoch, loss, 0.5, test, test, curves, 0.1, 12.5)),
                small().map(epoch -> new TrainingEvent.StatisticsMeasured(NOON, epoch, "statistics.npz", 512)),
                small().map(epoch -> new TrainingEvent.CheckpointWritten(NOON, epoch, 3, "checkpoint.npz")),
                numbers().map(to -> new TrainingEvent.SettingChanged(NOON, 2, 3, "learningRate", 0.1, to)),
                small().map(batch -> new TrainingEvent.Paused(NOON, 1, batch)),
                small().map(batch -> new TrainingEvent.Resumed(NOON, 1, batch)),
                reasons().map(reason -> new TrainingEvent.Stopped(NOON, reason)));
    }

    private static Arbitrary<StopReason> reasons() {
        return Arbitraries.oneOf(
                Arbitraries.just((StopReason) new StopReason.Completed()),
                Arbitraries.just(new StopReason.StoppedByUser()),
                numbers().map(loss -> new StopReason.Diverged("V2-V1@3", 3, 4, loss, OptionalInt.of(2), 0.003)),
                numbers().map(loss -> new StopReason.Diverged("post-net@5", 1, 1, loss, OptionalInt.empty(), 0.1)),
                Arbitraries.just(new StopReason.OutOfMemory("m", "cuda:0", OptionalInt.of(32), OptionalInt.empty())),
                Arbitraries.just(new StopReason.DeviceLost("m", "cuda:1")),
                Arbitraries.strings().map(StopReason.Failed::new));
    }

    private static Arbitrary<ReadoutCurve> curves() {
        Arbitrary<ReadoutPoint> points = Arbitraries.oneOf(
                Combinators.combine(small(), numbers())
                        .as((time, loss) -> (ReadoutPoint) new ReadoutPoint.Measured(time, 0.125, loss)),
                small().map(time -> new ReadoutPoint.NoSignal(time, OptionalInt.of(4))),
                small().map(time -> new ReadoutPoint.NoSignal(time, OptionalInt.empty())),
                Arbitraries.strings().map(reason -> new ReadoutPoint.Unavailable(9, reason)));
        return Combinators.combine(
                        Arbitraries.of(ReadoutCurve.Kind.class),
                        Arbitraries.of(StatisticsPolicy.class),
                        points.list().ofMaxSize(5))
                .as((kind, policy, list) -> new ReadoutCurve(kind, policy, 5, 512, list));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    }

    private static Arbitrary<Integer> small() {
        return Arbitraries.integers().between(1, 100);
    }

    private static Arbitrary<OptionalDouble> optional() {
        return numbers().map(OptionalDouble::of).injectNull(0.3).map(v -> v == null ? OptionalDouble.empty() : v);
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1, Double.MIN_VALUE));
    }
}
