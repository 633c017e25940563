package org.unfoldlab.app.explore;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Plays t = 0, 1, 2 … to the last, or steps by one where motion is reduced. */
final class Player {
    private static final Duration STEP = Duration.millis(650);

    private final ExploreViewModel model;
    private final Timeline clock;
    private final Runnable changed;
    private boolean reducedMotion;

    /** @param changed told when it begins and ends to play */
    Player(ExploreViewModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        clock = new Timeline(new KeyFrame(STEP, event -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    void setReducedMotion(boolean on) {
        reducedMotion = on;
        pause();
    }

    boolean isPlaying() {
        return clock.getStatus() == Animation.Status.RUNNING;
    }

    /** Plays from the start when everything is shown, else goes on; pauses while it plays. */
    void toggle() {
        if (isPlaying()) {
            pause();
            return;
        }
        model.scene().ifPresent(scene -> {
            boolean atEnd = model.shownTime() >= scene.last();
            if (reducedMotion) {
                model.stepTo(atEnd ? 0 : model.shownTime() + 1);
                return;
            }
            if (atEnd) {
                model.stepTo(0);
            }
            clock.playFromStart();
            changed.run();
        });
    }

    void pause() {
        clock.stop();
        changed.run();
    }

    private void tick() {
        int last = model.scene().map(scene -> scene.last()).orElse(0);
        model.stepTo(model.shownTime() + 1);
        if (model.shownTime() >= last) {
            pause();
        }
    }
}
