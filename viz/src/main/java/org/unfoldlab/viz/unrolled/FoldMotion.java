package org.unfoldlab.viz.unrolled;

import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.util.Duration;

/** Runs the fold slider from one pose to the other, and back from wherever it is; with reduced motion it cross-fades. */
final class FoldMotion {
    private static final Duration UNFOLDING = Duration.millis(900);
    private static final Duration CROSS_FADE = Duration.millis(120);
    /** Starts and ends slowly, as a thing with weight. */
    private static final Interpolator EASE_IN_OUT_CUBIC = new Interpolator() {
        @Override
        protected double curve(double t) {
            double u = 2 - 2 * t;
            return t < 0.5 ? 4 * t * t * t : 1 - u * u * u / 2;
        }
    };

    private final DoubleProperty fold;
    private final BooleanProperty reduced = new SimpleBooleanProperty(this, "reduced", false);
    private final Supplier<Image> seen;
    private final ImageView leaving = new ImageView();
    private final Timeline moving = new Timeline();
    private final Timeline fading = new Timeline(new KeyFrame(CROSS_FADE, new KeyValue(leaving.opacityProperty(), 0)));
    private double target;

    /**
     * @param fold 0 folded, 1 unfolded
     * @param seen what is on the stage now, to fade from
     */
    FoldMotion(DoubleProperty fold, Supplier<Image> seen) {
        this.fold = fold;
        this.seen = seen;
        leaving.setMouseTransparent(true);
        fading.setOnFinished(done -> leaving.setImage(null));
        reduced.subscribe(now -> {
            if (now && isMoving()) {
                to(target);
            }
        });
    }

    /** The pose that fades away, above the drawing. */
    ImageView leaving() {
        return leaving;
    }

    /** True replaces the way from pose to pose by a cross-fade. */
    BooleanProperty reducedProperty() {
        return reduced;
    }

    /** How fast it runs: 1 as users see it. Tests, which have to catch it on its way, slow it down. */
    void setRate(double rate) {
        moving.setRate(rate);
    }

    private boolean isMoving() {
        return moving.getStatus() == Animation.Status.RUNNING;
    }

    /** Folds when unfolded, and the other way round; while moving, turns back. */
    void toggle() {
        double now = isMoving() ? target : fold.get();
        to(now < 0.5 ? 1 : 0);
    }

    /** Runs to that pose from wherever it is, 900 ms for the whole way. */
    void to(double pose) {
        moving.stop();
        target = pose;
        if (fold.get() == pose) {
            return;
        }
        if (reduced.get()) {
            crossFadeTo(pose);
            return;
        }
        Duration time = UNFOLDING.multiply(Math.abs(pose - fold.get()));
        moving.getKeyFrames().setAll(new KeyFrame(time, new KeyValue(fold, pose, EASE_IN_OUT_CUBIC)));
        moving.playFromStart();
    }

    /** Stops where it is. */
    void stop() {
        moving.stop();
    }

    private void crossFadeTo(double pose) {
        leaving.setImage(seen.get());
        leaving.setOpacity(1);
        fold.set(pose);
        fading.playFromStart();
    }
}
