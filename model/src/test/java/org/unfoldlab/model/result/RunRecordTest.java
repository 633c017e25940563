package org.unfoldlab.model.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RunRecordTest {
    @Property(tries = 100)
    void foldingInTwoPartsIsFoldingAtOnce(@ForAll("runs") List<TrainingEvent> events, @ForAll int place) {
        int cut = Math.floorMod(place, events.size() + 1);
        RunRecord record = RunRecord.of(events.subList(0, cut));
        for (TrainingEvent event : events.subList(cut, events.size())) {
            record = record.with(event);
        }
        assertEquals(RunRecord.of(events), record);
    }

    @Property(tries = 100)
    void epochsAreAscendingAndProgressIsAShareWhateverComes(@ForAll("runs") List<TrainingEvent> events) {
        RunRecord record = RunRecord.of(events);
        List<Integer> epochs =
                record.epochs().stream().map(TrainingEvent.EpochDone::epoch).toList();
        assertEquals(epochs.stream().sorted().distinct().toList(), epochs);
        assertTrue(record.progress() >= 0 && record.progress() <= 1);
    }

    @Property(tries = 50)
    void aRunThatCrashedAndWentOnIsTheRunThatDidNot(
            @ForAll @IntRange(min = 0, max = 39) int saved, @ForAll @IntRange(min = 0, max = 20) int lost) {
        List<TrainingEvent> straight = new ArrayList<>(List.of(Events.started(0, 0)));
        straight.addAll(work(0, 40));
        List<TrainingEvent> crashed = new ArrayList<>(List.of(Events.started(0, 0)));
        crashed.addAll(work(0, Math.min(40, saved + lost)));
        crashed.add(Events.started(saved / 10, saved % 10));
        crashed.addAll(work(saved, 40));
        RunRecord a = RunRecord.of(straight);
        RunRecord b = RunRecord.of(crashed);
        assertEquals(a.epochs(), b.epochs());
        assertEquals(a.batches().kept(), b.batches().kept());
        assertEquals(1.0, b.progress());
        assertEquals(RunRecord.State.RUNNING, b.state());
    }

    @Example
    void theRestIsEstimatedByBatchesThenByEpochs() {
        RunRecord record = RunRecord.EMPTY;
        assertEquals(Optional.empty(), record.remaining());
        record = record.with(Events.started(0, 0));
        assertEquals(Optional.empty(), record.remaining());
        record = record.with(Events.batch(1, 5));
        assertEquals(Optional.of(Duration.ofMillis(2800)), record.remaining(), "280 images at 100 a second");
        record = record.with(Events.batch(1, 10)).with(Events.epoch(1, 0.5));
        assertEquals(Optional.of(Duration.ofSeconds(30)), record.remaining(), "3 epochs of 10 s");
        record = record.with(new TrainingEvent.Stopped(Events.NOON, new StopReason.Completed()));
        assertEquals(Optional.empty(), record.remaining());
    }

    @Example
    void theBestEpochIsTheFirstOfTheSmallestError() {
        RunRecord record = RunRecord.of(
                List.of(Events.epoch(1, 0.5), Events.epoch(2, 0.25), Events.epoch(3, 0.25), Events.epoch(4, 0.3)));
        assertEquals(2, record.best().orElseThrow().epoch());
    }

    @Example
    void manyBatchesAreThinnedEvenly() {
        RunRecord record = RunRecord.of(IntStream.rangeClosed(1, 10_000)
                .mapToObj(b -> Events.batch(1, b))
                .toList());
        Thinned batches = record.batches();
        assertEquals(10_000, batches.seen());
        assertTrue(batches.kept().size() < Thinned.LIMIT);
        for (int i = 0; i < batches.kept().size(); i++) {
            assertEquals(1 + i * batches.every(), batches.kept().get(i).batch());
        }
        assertEquals(10_000, record.lastBatch().orElseThrow().batch());
    }

    @Example
    void theSlotHoldsTheNewestOnly() {
        Latest<String> slot = new Latest<>();
        assertEquals(Optional.empty(), slot.poll());
        slot.offer("old");
        slot.offer("new");
        assertEquals(Optional.of("new"), slot.poll());
        assertEquals(Optional.empty(), slot.poll());
    }

    /** Batches from one number to another, an epoch after every tenth. */
    private static List<TrainingEvent> work(int from, int to) {
        List<TrainingEvent> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add(Events.batch(i / 10 + 1, i % 10 + 1));
            if (i % 10 == 9) {
                events.add(Events.epoch(i / 10 + 1, 0.5));
            }
        }
        return events;
    }

    @Provide
    Arbitrary<List<TrainingEvent>> runs() {
        return Events.any().list().ofMaxSize(30);
    }
}
