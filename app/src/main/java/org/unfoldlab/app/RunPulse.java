package org.unfoldlab.app;

import javafx.animation.AnimationTimer;
import org.unfoldlab.app.runs.RunsViewModel;

/** Brings what runs tell to the screen, at most 20 times a second; of runs that train elsewhere every two seconds. */
final class RunPulse extends AnimationTimer {
    private static final long SHORTEST_NANOS = 50_000_000;
    private static final long ELSEWHERE_NANOS = 2_000_000_000;

    private final RunsViewModel runs;
    private long last;
    private long lastElsewhere;

    RunPulse(RunsViewModel runs) {
        this.runs = runs;
    }

    @Override
    public void handle(long now) {
        if (now - last >= SHORTEST_NANOS) {
            last = now;
            runs.poll();
        }
        if (now - lastElsewhere >= ELSEWHERE_NANOS) {
            lastElsewhere = now;
            runs.followOthers();
        }
    }
}
