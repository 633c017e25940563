package org.unfoldlab.model.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.sweep.SweepQueue.Entry;
import org.unfoldlab.model.sweep.SweepQueue.State;

class SweepQueueTest {
    private static SweepQueue of(int runs, int workers) {
        List<Entry> entries = IntStream.range(0, runs)
                .mapToObj(i -> new Entry("r" + i, State.WAITING))
                .toList();
        return new SweepQueue(entries, workers, false);
    }

    /** Whatever happens – endings, failures, interruptions – no finished run starts again and never too many at once. */
    @Property
    void aFinishedRunNeverStartsAgain(
            @ForAll @IntRange(min = 0, max = 12) int runs,
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3) Integer> happenings) {
        SweepQueue queue = of(runs, workers);
        Map<String, Integer> finished = new HashMap<>();
        List<String> running = new ArrayList<>();
        for (int what : happenings) {
            for (String key : queue.startable()) {
                assertThat(finished).doesNotContainKey(key);
                queue = queue.with(key, State.RUNNING);
                running.add(key);
            }
            assertThat(running).hasSizeLessThanOrEqualTo(workers);
            if (running.isEmpty()) {
                break;
            }
            String ended = running.remove(what % running.size());
            State state = what == 0 ? State.WAITING : what == 1 ? State.FAILED : State.FINISHED;
            queue = queue.with(ended, state);
            if (state == State.FINISHED) {
                finished.merge(ended, 1, Integer::sum);
            }
        }
        assertThat(finished.values()).allMatch(times -> times == 1);
        assertThat(queue.count(State.FINISHED)).isEqualTo(finished.size());
    }

    @Property
    void allAreDoneInAsManyStartsAsThereAreRuns(
            @ForAll @IntRange(min = 0, max = 20) int runs, @ForAll @IntRange(min = 1, max = 5) int workers) {
        SweepQueue queue = of(runs, workers);
        int starts = 0;
        while (!queue.isOver()) {
            for (String key : queue.startable()) {
                queue = queue.with(key, State.RUNNING);
                starts++;
            }
            String first = queue.entries().stream()
                    .filter(entry -> entry.state() == State.RUNNING)
                    .findFirst()
                    .orElseThrow()
                    .key();
            queue = queue.with(first, State.FINISHED);
        }
        assertThat(starts).isEqualTo(runs);
    }

    @Test
    void aPausedQueueStartsNothingAndIsOverWhenNothingRuns() {
        SweepQueue queue = of(3, 2).with("r0", State.RUNNING).withPaused(true);
        assertThat(queue.startable()).isEmpty();
        assertThat(queue.isOver()).isFalse();
        assertThat(queue.with("r0", State.WAITING).isOver()).isTrue();
        assertThat(queue.withPaused(false).startable()).containsExactly("r1");
    }
}
