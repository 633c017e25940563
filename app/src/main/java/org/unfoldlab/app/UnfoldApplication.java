package org.unfoldlab.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.app.devices.ProcessScout;
import org.unfoldlab.app.instance.RunningWindow;
import org.unfoldlab.app.settings.SettingsStore;
import org.unfoldlab.app.shell.DesktopOpener;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.app.shell.StageFileAsker;

/**
 * The window as a JavaFX application. Parameters: a file or preset to open, and {@code --demo} to train the demo at
 * once.
 */
public final class UnfoldApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(UnfoldApplication.class);
    private static final int BACKGROUND_THREADS = 3;
    private static final Duration LOOK_AT_DISK = Duration.seconds(2);
    private static final Duration LOOK_FOR_DEVICES = Duration.seconds(4);
    private static final long LAST_WRITES_MS = 2_000;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(BACKGROUND_THREADS, work -> daemon(work, "unfold-background"));
    private final ExecutorService waiting = Executors.newSingleThreadExecutor(work -> daemon(work, "unfold-waiting"));
    private volatile Closeable listening = () -> {};
    private @Nullable RunPulse pulse;

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start(Stage stage) {
        Places places = Places.ofUser();
        threads.execute(() -> LogFile.begin(places.logs()));
        SettingsStore settings = new SettingsStore(places.settings(), threads);
        Surroundings world = new Surroundings(
                new Background(threads, waiting, Platform::runLater),
                settings,
                new org.unfoldlab.app.runs.ProcessWorkers(),
                new org.unfoldlab.app.equivalence.ProcessChecker(),
                new org.unfoldlab.app.explore.ProcessExplorers(),
                new ProcessScout(ThisProgram::command),
                places,
                new StageFileAsker(stage),
                new DesktopOpener(getHostServices()));
        Workbench bench = new Workbench(world);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> report(bench, thread, error));
        new WindowFrame(stage, settings).show(bench);
        RunPulse beat = new RunPulse(bench.runs());
        beat.start();
        pulse = beat;
        watchDisk(bench);
        begin(bench);
        lookForDevices(bench);
        threads.execute(() -> listen(places, bench, stage));
    }

    /** Files that are double-clicked later open here. */
    private void listen(Places places, Workbench bench, Stage stage) {
        new RunningWindow(places.window())
                .listen(file -> Platform.runLater(() -> {
                    bench.open(file.toString());
                    bench.show(Mode.DRAW);
                    stage.setIconified(false);
                    stage.toFront();
                }))
                .ifPresent(handle -> listening = handle);
    }

    private static void watchDisk(Workbench bench) {
        Timeline look = new Timeline(new KeyFrame(LOOK_AT_DISK, event -> {
            bench.files().checkDisk();
            bench.keepDraft();
        }));
        look.setCycleCount(Animation.INDEFINITE);
        look.play();
    }

    /** Once the window stands, so that it does not stand later for it. */
    private static void lookForDevices(Workbench bench) {
        PauseTransition wait = new PauseTransition(LOOK_FOR_DEVICES);
        wait.setOnFinished(event -> bench.devices().look());
        wait.play();
    }

    @Override
    public void stop() throws InterruptedException, IOException {
        listening.close();
        if (pulse != null) {
            pulse.stop();
        }
        waiting.shutdownNow();
        threads.shutdown();
        if (!threads.awaitTermination(LAST_WRITES_MS, TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void begin(Workbench bench) {
        List<String> files = getParameters().getUnnamed();
        if (getParameters().getRaw().contains("--demo")) {
            bench.startDemo();
        } else if (getParameters().getRaw().contains("--warm-up")) {
            WarmUp.run(bench);
        } else if (!files.isEmpty()) {
            bench.open(files.get(0));
        }
    }

    /** Mistakes of the program: told once, on the screen's thread, whichever thread made them. */
    private static void report(Workbench bench, Thread thread, Throwable error) {
        LOG.error("A mistake in thread {}", thread.getName(), error);
        Platform.runLater(() -> bench.notices().mistake(error));
    }
}
