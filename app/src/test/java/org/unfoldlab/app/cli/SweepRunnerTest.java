package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunLabels;
import org.unfoldlab.model.store.RunWriter;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.sweep.Axis;
import org.unfoldlab.model.sweep.Sweep;

/** The sweep's own logic, with workers that write run folders without training anything. */
@Timeout(60)
class SweepRunnerTest {
    private static final Sweep SEEDS = new Sweep(
            "Seeds",
            Presets.find("demo").orElseThrow().document(),
            Map.of(
                    Axis.SEED,
                    List.of("1", "2", "3"),
                    Axis.STATISTICS,
                    List.of("per-time", "shared"),
                    Axis.EPOCHS,
                    List.of("1")));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** What a fake worker does with a run. */
    private enum Fate {
        FINISH,
        /** Stops after half of it when told to; finishes when gone on with. */
        WAIT_FOR_STOP,
        CRASH,
        DIVERGE
    }

    /** Workers that do at once what fate says. */
    private static final class Fakes implements Worker.Starter {
        final List<String> started = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger atOnce = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        private final List<Fate> fates;
        private Runnable onStart = () -> {};

        Fakes(Fate... fates) {
            this.fates = new ArrayList<>(List.of(fates));
        }

        @Override
        public synchronized Worker start(Path folder, Optional<NetworkDocument> network, Worker.Listener told)
                throws IOException {
            started.add((network.isPresent() ? "" : "again ") + folder.getFileName());
            Fate fate = fates.isEmpty() ? Fate.FINISH : fates.remove(0);
            NetworkDocument document =
                    network.isPresent() ? network.get() : RunFolder.open(folder).network();
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread life = new Thread(() -> live(folder, network.isPresent(), document, fate, told));
            if (fate == Fate.WAIT_FOR_STOP) {
                onStart.run();
            } else {
                life.start();
            }
            return new Worker() {
                @Override
                public void tell(Order order) {
                    if (order == Order.STOP && fate == Fate.WAIT_FOR_STOP) {
                        life.start();
                    }
                }

                @Override
                public long pid() {
                    return 1;
                }
            };
        }

        private void live(Path folder, boolean fresh, NetworkDocument document, Fate fate, Worker.Listener told) {
            try (RunWriter writer =
                    fresh ? RunWriter.create(folder, document, provenance(document)) : RunWriter.resume(folder)) {
                say(writer, told, started(document));
                if (fate == Fate.CRASH) {
                    atOnce.decrementAndGet();
                    told.ended(new Worker.Ending(139, ""));
                    return;
                }
                say(writer, told, epoch(document));
                say(writer, told, new TrainingEvent.Stopped(Instant.EPOCH, end(fate)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            atOnce.decrementAndGet();
            told.ended(new Worker.Ending(0, ""));
        }

        private static StopReason end(Fate fate) {
            return switch (fate) {
                case FINISH -> new StopReason.Completed();
                case DIVERGE -> new StopReason.Diverged("V2", 1, 3, Double.NaN, OptionalInt.empty(), 0.1);
                case WAIT_FOR_STOP, CRASH -> new StopReason.StoppedByUser();
            };
        }

        private static void say(RunWriter writer, Worker.Listener told, TrainingEvent event) throws IOException {
            writer.append(event);
            told.event(event);
        }

        private static Provenance provenance(NetworkDocument document) {
            return new Provenance(
                    NetworkFiles.specHash(document), "d", 1, "nd4j", "CPU", "float", 1, "0", "17", Instant.EPOCH);
        }

        private static TrainingEvent.Started started(NetworkDocument document) {
            return new TrainingEvent.Started(
                    Instant.EPOCH, provenance(document), document.title(), 5, 1, 4, 16, 64, 32, 1000, 11, 0, 0);
        }

        private static TrainingEvent.EpochDone epoch(NetworkDocument document) {
            double error = 0.1 * document.training().seed();
            return new TrainingEvent.EpochDone(
                    Instant.EPOCH, 1, 1, 0.4, OptionalDouble.of(1), OptionalDouble.of(error), List.of(), 0.05, 2);
        }
    }

    private SweepRunner runner(Fakes fakes, int workers) throws IOException {
        SweepFolder folder = SweepFolder.at(home.resolve("sweep"));
        Terminal terminal = Terminal.piped(InputStream.nullInputStream(), out, err);
        SweepView view = new SweepView(terminal, folder.path(), SEEDS.runs(), workers);
        return new SweepRunner(
                folder,
                SEEDS,
                SEEDS.runs(),
                Stream.<Worker.Starter>generate(() -> fakes).limit(workers).toList(),
                view);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void allRunsAreTrainedOneAfterAnotherAndNamed() throws IOException {
        Fakes fakes = new Fakes();
        assertTrue(runner(fakes, 1).run());
        assertEquals(6, fakes.started.size());
        assertEquals("001-tsbn-seed-1", fakes.started.get(0));
        assertEquals(1, fakes.mostAtOnce.get());
        Path first = home.resolve("sweep").resolve("001-tsbn-seed-1");
        assertEquals(Optional.of("TSBN, seed 1"), RunLabels.read(first).name());
        String table = out.toString(StandardCharsets.UTF_8);
        assertTrue(table.contains("TSBN                   3      20.0 %     10.0 %   10.0 %   30.0 %"), table);
        assertTrue(said().contains("run 1 (TSBN, seed 1): test error 10.0 %, 2 s; about 10 s left in all"), said());
    }

    @Test
    void givenAgainItRepeatsNothingThatIsFinished() throws IOException {
        runner(new Fakes(), 1).run();
        Fakes again = new Fakes();
        assertTrue(runner(again, 1).run());
        assertEquals(List.of(), again.started);
        assertTrue(said().contains("6 runs, 6 finished already"), said());
    }

    @Test
    void stoppedItKeepsWhatItHasAndGoesOnFromThere() throws IOException {
        Fakes fakes = new Fakes(Fate.FINISH, Fate.WAIT_FOR_STOP);
        SweepRunner stopped = runner(fakes, 1);
        fakes.onStart = stopped::stop;
        assertTrue(stopped.run());
        assertEquals(2, fakes.started.size());
        assertTrue(said().contains("5 runs wait. Go on with: unfold sweep " + home.resolve("sweep")), said());
        Fakes again = new Fakes();
        assertTrue(runner(again, 1).run());
        assertEquals("again " + fakes.started.get(1), again.started.get(0));
        assertEquals(5, again.started.size());
    }

    @Test
    void aRunThatCrashesDoesNotKeepTheOthersFromTraining() throws IOException {
        Fakes fakes = new Fakes(Fate.CRASH);
        assertFalse(runner(fakes, 1).run());
        assertEquals(6, fakes.started.size());
        assertTrue(said().contains("run 1 (TSBN, seed 1) failed: the worker crashed in native code"), said());
        Fakes again = new Fakes();
        assertTrue(runner(again, 1).run());
        assertEquals(List.of("again 001-tsbn-seed-1"), again.started);
    }

    @Test
    void aRunThatDivergedIsNamedWhenTheSweepIsGivenAgain() throws IOException {
        assertFalse(runner(new Fakes(Fate.DIVERGE), 1).run());
        err.reset();
        Fakes again = new Fakes();
        assertFalse(runner(again, 1).run());
        assertEquals(List.of(), again.started);
        assertTrue(said().contains("6 runs, 5 finished already"), said());
        assertTrue(
                said().contains("run 1 (TSBN, seed 1) failed before and is not repeated. Loss is not a number at V2"),
                said());
    }

    @Test
    void aSweepThatAnotherProcessWorksThroughKeepsItsPlan() throws Exception {
        Sweep other = new Sweep("Other", SEEDS.base(), Map.of(Axis.SEED, List.of("7")));
        SweepFolder folder = SweepFolder.create(home.resolve("sweep"), other);
        folder.setGivenUp(true);
        try (AutoCloseable held = folder.hold()) {
            assertNotNull(held);
            assertThrows(StoreException.class, () -> runner(new Fakes(), 1).run());
        }
        assertEquals(other, folder.sweep());
        assertTrue(folder.isGivenUp());
        assertTrue(runner(new Fakes(), 1).run());
        assertEquals(SEEDS, folder.sweep());
        assertFalse(folder.isGivenUp());
    }

    @Test
    void theCommandToGoOnWithCanBeCopiedWhereTheFolderHasASpace() throws IOException {
        home = Files.createDirectory(home.resolve("my runs"));
        Fakes fakes = new Fakes(Fate.WAIT_FOR_STOP);
        SweepRunner stopped = runner(fakes, 1);
        fakes.onStart = stopped::stop;
        assertTrue(stopped.run());
        assertTrue(said().contains("Go on with: unfold sweep \"" + home.resolve("sweep") + "\""), said());
    }

    @Test
    void severalWorkersTrainAtOnceButNeverMoreThanAllowed() throws IOException {
        Fakes fakes = new Fakes();
        assertTrue(runner(fakes, 3).run());
        assertEquals(6, fakes.started.stream().distinct().count());
        assertTrue(fakes.mostAtOnce.get() <= 3, "at once: " + fakes.mostAtOnce.get());
    }
}
