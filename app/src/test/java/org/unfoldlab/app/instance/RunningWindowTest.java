package org.unfoldlab.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningWindowTest {
    private final BlockingQueue<Path> opened = new LinkedBlockingQueue<>();
    private Path folder = Path.of("");
    private RunningWindow window = new RunningWindow(folder);

    /** Socket paths may be no longer than some hundred characters, which a test's own folder may exceed. */
    @BeforeEach
    void shortFolder() throws IOException {
        folder = Files.createTempDirectory("uw");
        window = new RunningWindow(folder.resolve("w"));
    }

    @AfterEach
    void clean() throws IOException {
        Files.deleteIfExists(folder.resolve("w"));
        Files.deleteIfExists(folder);
    }

    @Test
    void aFileIsHandedToTheOpenWindow() throws Exception {
        Path file = Path.of("zwei Gebiete – ü.unfold");
        try (Closeable listening = window.listen(opened::add).orElseThrow()) {
            assertThat(window.open(file)).isTrue();
            assertThat(opened.poll(5, TimeUnit.SECONDS)).isEqualTo(file.toAbsolutePath());
            assertThat(listening).isNotNull();
        }
    }

    @Test
    void withoutAWindowNothingIsHandedOver() {
        assertThat(window.open(Path.of("a.unfold"))).isFalse();
    }

    @Test
    void whatAKilledWindowLeftBehindIsReplaced() throws IOException {
        Files.createFile(folder.resolve("w"));
        assertThat(window.open(Path.of("a.unfold"))).isFalse();
        try (Closeable listening = window.listen(opened::add).orElseThrow()) {
            assertThat(listening).isNotNull();
            assertThat(window.open(Path.of("a.unfold"))).isTrue();
        }
    }

    @Test
    void aSecondWindowLeavesTheFirstInCharge() throws Exception {
        try (Closeable listening = window.listen(opened::add).orElseThrow()) {
            Optional<Closeable> second = window.listen(file -> {});
            assertThat(second).isEmpty();
            assertThat(listening).isNotNull();
            assertThat(window.open(Path.of("a.unfold"))).isTrue();
            assertThat(opened.poll(5, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aClosedWindowAnswersNoMore() throws IOException {
        window.listen(opened::add).orElseThrow().close();
        assertThat(window.open(Path.of("a.unfold"))).isFalse();
        assertThat(Files.exists(folder.resolve("w"))).isFalse();
    }
}
