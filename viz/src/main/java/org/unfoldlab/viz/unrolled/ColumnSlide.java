package org.unfoldlab.viz.unrolled;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** Lets new columns slide out of their left neighbour when T grows. */
final class ColumnSlide {
    private static final Duration TIME = Duration.millis(140);

    private final DoubleProperty share = new SimpleDoubleProperty(1);
    private final Timeline sliding = new Timeline(new KeyFrame(TIME, new KeyValue(share, 1, Interpolator.EASE_OUT)));
    private int first = Integer.MAX_VALUE;

    /** @param moved told at each pose */
    ColumnSlide(Runnable moved) {
        share.subscribe(moved);
    }

    /** Starts anew; columns that were still on their way stand in place. */
    void grow(int firstNew) {
        first = firstNew;
        share.set(0);
        sliding.playFromStart();
    }

    /** Puts everything in place. */
    void stop() {
        sliding.stop();
        share.set(1);
    }

    NewColumns columns() {
        return share.get() < 1 ? new NewColumns(first, share.get()) : NewColumns.NONE;
    }
}
