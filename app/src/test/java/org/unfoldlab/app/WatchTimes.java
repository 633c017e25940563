package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
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
    private final Path home = TestBench.temporaryFolder("times");
    private TestBench test;

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
                test.bench
                        .runs()
                        .add(List.of(new RunArchive.Found(folder, network, record, RunLabel.NONE, Optional.empty())));
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
        List<Double> handling = new ArrayList<>();
        List<Double> frames = new ArrayList<>();
        scrub(slider, handling, frames);
        report("a step to another epoch, on the screen's thread", handling);
        report("from frame to frame while every frame shows another epoch", frames);
    }

    /** Goes through 120 epochs, one a frame, as a hand that pulls the slider does. */
    private void scrub(Slider slider, List<Double> handling, List<Double> frames) {
        CountDownLatch done = new CountDownLatch(1);
        AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last > 0) {
                    frames.add((now - last) / 1e6);
                }
                last = now;
                long begun = System.nanoTime();
                slider.setValue(20 + frames.size());
                handling.add((System.nanoTime() - begun) / 1e6);
                if (frames.size() == 120) {
                    stop();
                    done.countDown();
                }
            }
        };
        test.onScreen(timer::start);
        try {
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(String what, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, 95 %% below %.1f ms, longest %.1f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1]);
    }
}
