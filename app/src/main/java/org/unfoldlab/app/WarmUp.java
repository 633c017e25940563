package org.unfoldlab.app;

import java.lang.management.ManagementFactory;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.unfoldlab.app.shell.Mode;

/**
 * Opens what a first user would look at and leaves again: the packager learns from it which classes to share between
 * starts, and a measurement how long the window took.
 */
final class WarmUp {
    private static final Duration LOOK = Duration.seconds(1.5);

    private WarmUp() {}

    static void run(Workbench bench) {
        // Two pulses later the first picture has been drawn.
        Platform.runLater(() -> Platform.runLater(() -> {
            long up = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println("window after " + up + " ms");
            bench.open(Workbench.DEMO);
        }));
        after(
                LOOK,
                () -> bench.show(Mode.WATCH),
                () -> bench.show(Mode.DRAW),
                bench.scene().getWindow()::hide);
    }

    private static void after(Duration pause, Runnable... steps) {
        for (int i = 0; i < steps.length; i++) {
            PauseTransition wait = new PauseTransition(pause.multiply(i + 1));
            Runnable step = steps[i];
            wait.setOnFinished(event -> step.run());
            wait.play();
        }
    }
}
