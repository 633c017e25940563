package org.unfoldlab.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.app.devices.DeviceFacts;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.app.settings.SettingsStore;

/** A window on a folder of its own, with workers and answers that a test hands in; background work is done at once. */
final class TestBench {
    final FakeWorkers workers = new FakeWorkers();
    final FakeChecker checker = new FakeChecker();
    final FakeExplorers explorers = new FakeExplorers();
    DeviceFacts facts = DeviceFacts.UNKNOWN;
    final Deque<Path> answers = new ArrayDeque<>();
    /** Names of files that were suggested for exports. */
    final List<String> suggested = new ArrayList<>();

    final Workbench bench;

    TestBench(Stage stage, Path folder) {
        Surroundings world = new Surroundings(
                new Background(Runnable::run, Runnable::run),
                new SettingsStore(folder.resolve("settings.json"), Runnable::run),
                workers,
                checker,
                explorers,
                () -> facts,
                new Places(folder),
                new Answers(),
                path -> {});
        bench = new Workbench(world);
        stage.setScene(bench.scene());
        stage.show();
    }

    /** A folder of its own for one test, made where a field or a start needs it, before JUnit's own folders exist. */
    static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory("unfold-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Answers implements FileAsker {
        @Override
        public Optional<Path> toOpen() {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> toSave(String suggestedName) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> toExport(String title, String suggestedName, String kind, String suffix) {
            suggested.add(suggestedName);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> toKeepPage(String title, String suggestedName) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(answers.poll());
        }
    }

    /** Does something on the screen's thread and waits until the screen has settled. */
    void onScreen(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What workers told since the last call reaches the screen. */
    void poll() {
        onScreen(() -> bench.runs().poll());
    }

    /** Runs are read, and plots drawn, in the background and at most 20 times a second: what is to be seen comes soon. */
    static void soon(Runnable assertions) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try {
                assertions.run();
                return;
            } catch (AssertionError | IndexOutOfBoundsException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                WaitForAsyncUtils.sleep(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** The text of the control with that id. */
    static String text(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    /** What the sentence of the transport says. */
    static String sentence(FxRobot robot) {
        return robot.lookup("#readout-sentence").queryAs(Node.class).getAccessibleText();
    }
}
