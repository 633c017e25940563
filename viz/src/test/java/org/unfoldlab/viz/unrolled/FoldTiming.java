package org.unfoldlab.viz.unrolled;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Prints the frame times of unfolding a 4-state network at T = 10, and of T updates at T = 50. */
public final class FoldTiming extends Application {
    private static final int RUNS = 6;

    private final List<Double> frames = new ArrayList<>();
    private long last;
    private int runs;
    private double processorBefore;

    @Override
    public void start(Stage stage) {
        StageView view = new StageView(preset().at(10));
        Scene scene = new Scene(view, 1018, 473);
        Theme.apply(scene, Look.DEFAULT);
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                tick(view, now);
            }
        }.start();
        view.foldTo(0);
    }

    private static DrawnNetwork preset() {
        return DrawnNetwork.of(Presets.find("4-state-frnn").orElseThrow().document());
    }

    private void tick(StageView view, long now) {
        double f = view.foldProperty().get();
        if (last > 0 && f > 0 && f < 1) {
            frames.add((now - last) / 1e6);
        }
        last = now;
        if (f == 0 || f == 1) {
            last = 0;
            if (++runs == 2) {
                report("The first time, cold", frames);
                frames.clear();
                processorBefore = processorMillis();
            }
            if (runs > RUNS) {
                report("Frame times while unfolding, 4-state FRNN full, T = 10", frames);
                System.out.printf(
                        "Processor time a frame, screen's and renderer's threads: %.1f ms%n",
                        (processorMillis() - processorBefore) / frames.size());
                updates(view);
                Platform.exit();
            } else {
                view.foldTo(f == 0 ? 1 : 0);
            }
        }
    }

    /** What drawing has cost so far, whatever else the machine does meanwhile. */
    private static double processorMillis() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith("JavaFX Application")
                        || thread.getThreadName().startsWith("QuantumRenderer"))
                .mapToDouble(thread -> threads.getThreadCpuTime(thread.getThreadId()) / 1e6)
                .sum();
    }

    /** Document to painted canvas, on this thread. */
    private static void updates(StageView view) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            times.clear();
            for (int time = 40; time <= 60; time++) {
                long start = System.nanoTime();
                view.networkProperty().set(view.networkProperty().get().at(time));
                view.layout();
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        report("T updates around T = 50, 4-state FRNN full", times);
    }

    private static void report(String title, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: %d, mean %.1f ms, median %.1f, p95 %.1f, worst %.1f%n",
                title,
                sorted.length,
                Arrays.stream(sorted).average().orElse(0),
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }

    /** Starts from the class path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) {
            Application.launch(FoldTiming.class, args);
        }
    }
}
