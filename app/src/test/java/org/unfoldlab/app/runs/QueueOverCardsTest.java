package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Presets;

/** A queue on a machine with cards that there are not. */
class QueueOverCardsTest {
    private static final List<String> NOTHING = List.of();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    private final Cards cards = new Cards(NOTHING, new ArrayList<>());

    /** A worker that was started. */
    private record Begun(Path folder, List<String> options, Worker.Listener listener) {}

    /** Starts workers that do nothing by themselves. */
    private record Cards(List<String> options, List<Begun> begun) implements Worker.Starter {
        @Override
        public Worker start(Path folder, Optional<NetworkDocument> network, Worker.Listener listener) {
            begun.add(new Begun(folder, options, listener));
            return new Worker() {
                @Override
                public void tell(Order order) {}

                @Override
                public long pid() {
                    return 1;
                }
            };
        }

        @Override
        public Worker.Starter with(List<String> said) {
            return new Cards(said, begun);
        }
    }

    private RunsViewModel queueOfFour(List<String> devices) {
        RunsViewModel runs = new RunsViewModel(new Background(Runnable::run, Runnable::run), cards, home);
        runs.spreadQueueOver(devices);
        NetworkDocument demo = Presets.find("demo").orElseThrow().document();
        runs.enqueue(
                IntStream.range(0, 4)
                        .mapToObj(n -> new RunArchive.Waiting(home, home.resolve("run-" + n), "seed " + n, demo))
                        .toList(),
                true);
        return runs;
    }

    private void end(int which) {
        Worker.Listener listener = cards.begun().get(which).listener();
        listener.event(new TrainingEvent.Stopped(Instant.EPOCH, new StopReason.Completed()));
        listener.ended(new Worker.Ending(0, ""));
    }

    private List<List<String>> places() {
        return cards.begun().stream().map(Begun::options).toList();
    }

    @Test
    void eachCardTrainsOneRunAndTakesTheNextWhenItIsDone() {
        RunsViewModel runs = queueOfFour(List.of("cuda:0", "cuda:2"));
        assertThat(places()).containsExactly(List.of("--device", "cuda:0"), List.of("--device", "cuda:2"));
        assertThat(runs.allLive()).hasSize(2);
        end(1);
        runs.poll();
        assertThat(places()).hasSize(3).last().isEqualTo(List.of("--device", "cuda:2"));
        end(0);
        runs.poll();
        assertThat(places()).hasSize(4).last().isEqualTo(List.of("--device", "cuda:0"));
        assertThat(runs.queue().waiting()).isEmpty();
    }

    @Test
    void withoutCardsOneRunTrainsAfterAnother() {
        RunsViewModel runs = queueOfFour(NOTHING);
        assertThat(places()).containsExactly(NOTHING);
        end(0);
        runs.poll();
        assertThat(places()).containsExactly(NOTHING, NOTHING);
    }

    @Test
    void aPausedQueueLeavesCardsIdle() {
        RunsViewModel runs = queueOfFour(List.of("cuda:0", "cuda:1"));
        runs.setQueuePaused(true);
        end(0);
        runs.poll();
        assertThat(runs.allLive()).hasSize(1);
        runs.setQueuePaused(false);
        assertThat(runs.allLive()).hasSize(2);
    }
}
