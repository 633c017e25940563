package org.unfoldlab.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.Presets;

@Timeout(120)
class ProcessWorkersTest {
    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    /** Collects what a worker tells. */
    private static final class Heard implements Worker.Listener {
        private final BlockingQueue<Object> all = new LinkedBlockingQueue<>();

        @Override
        public void event(TrainingEvent event) {
            all.add(event);
        }

        @Override
        public void ended(Worker.Ending ending) {
            all.add(ending);
        }

        Object next() throws InterruptedException {
            Object next = all.poll(60, TimeUnit.SECONDS);
            return next == null ? "nothing for a minute" : next;
        }
    }

    @Test
    void commandsGoInAndEventsComeOutAndTheEndingIsLast() throws Exception {
        Worker worker = workers().start(folder, Optional.of(titled("fine")), heard);
        assertEquals(
                5, assertInstanceOf(TrainingEvent.Resumed.class, heard.next()).epoch(), "words after the program");
        worker.tell(Worker.Order.PAUSE);
        assertInstanceOf(TrainingEvent.Paused.class, heard.next());
        worker.tell(Worker.Order.STOP);
        assertInstanceOf(TrainingEvent.Stopped.class, heard.next());
        assertEquals(new Worker.Ending(0, ""), heard.next());
    }

    @Test
    void aChildThatFailsLeavesItsLastWords() throws Exception {
        workers().start(folder, Optional.of(titled("crash")), heard);
        assertInstanceOf(TrainingEvent.Resumed.class, heard.next());
        assertEquals(new Worker.Ending(1, "The disk is full."), heard.next());
    }

    @Test
    void aChildIsGivenMoreWordsAndVariables() throws Exception {
        ProcessWorkers second = workers().with(List.of("--threads", "1"), Map.of("CUDA_VISIBLE_DEVICES", "1"));
        second.start(folder, Optional.of(titled("environment")), heard);
        assertEquals(
                7, assertInstanceOf(TrainingEvent.Resumed.class, heard.next()).epoch(), "words after the program");
        assertEquals(new Worker.Ending(1, "GPU 1"), heard.next());
    }

    @Test
    void aChildThatIsKilledTellsItsSignal() throws Exception {
        workers().start(folder, Optional.of(titled("halt")), heard);
        assertInstanceOf(TrainingEvent.Resumed.class, heard.next());
        assertEquals(new Worker.Ending(137, ""), heard.next());
    }

    @Test
    void aKilledChildEndsWithoutAnEvent() throws Exception {
        Worker worker = workers().start(folder, Optional.empty(), heard);
        assertEquals(
                4, assertInstanceOf(TrainingEvent.Resumed.class, heard.next()).epoch());
        ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
        assertTrue(assertInstanceOf(Worker.Ending.class, heard.next()).exitCode() != 0);
    }

    @Test
    void aProgramThatIsNotThereIsSaidInWords() {
        ProcessWorkers nowhere =
                new ProcessWorkers(List.of(folder.resolve("no-such-java").toString()));
        IOException refused =
                assertThrows(IOException.class, () -> nowhere.start(folder, Optional.of(titled("fine")), heard));
        assertTrue(refused.toString().contains("The training process cannot be started."), refused.toString());
    }

    private static ProcessWorkers workers() {
        return new ProcessWorkers(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeChild.class.getName()));
    }

    private static NetworkDocument titled(String title) {
        NetworkDocument demo = Presets.find("demo").orElseThrow().document();
        return demo.edit().title(title).build();
    }
}
