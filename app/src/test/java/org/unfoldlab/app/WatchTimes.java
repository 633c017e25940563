package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.RunArchive;
import org.unfoldlab.app.runs.WatchScenes;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunLabel;

/**
 * Measures how fast a run of 200 epochs × 50 readouts × 500 channels × 23 steps opens and how smoothly one goes through
 * its epochs; for people, not for the build, whose machines differ.
 */
@SuppressWarnings({"NullAway.Init", "SystemOut"}) // made by start; a measurement prints
@ExtendWith(ApplicationExtension.class)
final class WatchTimes {
    private final Path home = temporaryFolder();
    private TestBench test;

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("unfold-times");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        test = new TestBench(stage, home);
        Path file = home.resolve("network.unfold");
        NetworkFiles.write(file, WatchScenes.measured());
        test.bench.files().open(file);
        test.bench.show(Mode.WATCH);
    }

    @Test
    void openAndScrub(FxRobot robot) throws IOException {
        Path folder = home.resolve("large");
        WatchScenes.writeLarge(folder);
        for (int round = 1; round <= 3; round++) {
            long begun = System.nanoTime();
            RunFolder run = RunFolder.open(folder);
            RunRecord record = run.record();
            var network = run.network();
            long read = System.nanoTime();
            test.onScreen(() -> {
                test.bench.runs().add(new RunArchive.Found(folder, network, record, RunLabel.NONE, Optional.empty()));
                test.bench.runs().choose(test.bench.runs().runs().get(0));
                test.bench.scene().getRoot().layout();
            });
            test.onScreen(() -> test.bench.scene().snapshot(null));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: folder read %d ms, shown after %d ms%n",
                    round,
                    (read - begun) / 1_000_000,
                    (System.nanoTime() - begun) / 1_000_000);
        }
        Slider slider = robot.lookup("#norm-epoch").queryAs(Slider.class);
        double[] took = new double[60];
        for (int i = 0; i < took.length; i++) {
            int epoch = 20 + 3 * i;
            long begun = System.nanoTime();
            test.onScreen(() -> slider.setValue(epoch));
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "an epoch of statistics read and drawn: median %.0f ms, 95 %% below %.0f ms%n",
                took[took.length / 2],
                took[took.length * 95 / 100]);
    }
}
