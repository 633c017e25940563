package org.unfoldlab.app.equivalence;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;

/** Moves the light through time: one step after the other, or by hand. */
final class BenchPlayer {
    private static final double SECONDS_PER_STEP = 0.7;
    private static final double LONGEST = 9;

    private final DoubleProperty light;
    private final Timeline moving = new Timeline();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private int last;

    /** @param light what is moved: t, or −1 before anything is known */
    BenchPlayer(DoubleProperty light) {
        this.light = light;
        moving.statusProperty().subscribe(status -> playing.set(status == Animation.Status.RUNNING));
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** True lets the light jump from step to step. */
    BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Ends at the last t from now on. */
    void setLast(int time) {
        last = Math.max(0, time);
    }

    int last() {
        return last;
    }

    /** t where the light stands; −1 for nowhere. */
    int time() {
        return (int) Math.floor(light.get() + 1e-9);
    }

    /** Puts the light out. */
    void rest() {
        moving.stop();
        light.set(-1);
    }

    /** From the start to the end. */
    void playFromStart() {
        light.set(0);
        play();
    }

    /** Goes on, from the start again when it had come to the end; stops when it is moving. */
    void toggle() {
        if (playing.get()) {
            moving.stop();
            light.set(time());
        } else if (light.get() < 0 || time() >= last) {
            playFromStart();
        } else {
            play();
        }
    }

    private void play() {
        double perStep = Math.min(SECONDS_PER_STEP, LONGEST / Math.max(1, last));
        moving.getKeyFrames().clear();
        for (int t = time() + 1; t <= last; t++) {
            Interpolator way = reducedMotion.get() ? Interpolator.DISCRETE : Interpolator.EASE_BOTH;
            moving.getKeyFrames()
                    .add(new KeyFrame(Duration.seconds(perStep * (t - time())), new KeyValue(light, (double) t, way)));
        }
        moving.playFromStart();
    }

    /** Stops at a time. */
    void place(double time) {
        moving.stop();
        light.set(Math.max(0, Math.min(last, time)));
    }

    /** One step forwards or back. */
    void step(int by) {
        moving.stop();
        light.set(Math.max(0, Math.min(last, time() + by)));
    }
}
