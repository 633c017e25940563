package org.unfoldlab.viz.plot;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Lets new data be drawn at most 20 times a second; what comes too early is drawn when it is time. */
final class Pace {
    private static final long SHORTEST_NANOS = 50_000_000L;

    private final PauseTransition pause = new PauseTransition();
    private boolean begun;
    private long drawnAt;

    /** @param again called when it is time for data that came too early */
    Pace(Runnable again) {
        pause.setOnFinished(event -> again.run());
    }

    /** False if it is too early, and then {@code again} is called in time. */
    boolean isDue() {
        long since = System.nanoTime() - drawnAt;
        if (!begun || since >= SHORTEST_NANOS) {
            return true;
        }
        pause.setDuration(Duration.millis((SHORTEST_NANOS - since) / 1e6));
        pause.playFromStart();
        return false;
    }

    /** To be told of each drawing. */
    void drawn() {
        begun = true;
        drawnAt = System.nanoTime();
    }
}
