package org.unfoldlab.viz.plot;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.unfoldlab.model.result.Latest;

/**
 * Hands what arrives, from any thread and as often as it comes, to a view on the screen's thread: the newest only, and at
 * most 20 drawings a second. What comes too early is handed on when it is time.
 */
final class Arrivals<T> {
    private static final long SHORTEST_NANOS = 50_000_000L;

    private final Latest<T> newest = new Latest<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final PauseTransition pause = new PauseTransition();
    private final Consumer<T> view;
    private boolean begun;
    private long drawnAt;

    /** @param view shows what it gets, and says {@link #drawn} whenever it has drawn */
    Arrivals(Consumer<T> view) {
        this.view = view;
        pause.setOnFinished(event -> take());
    }

    /** May be called from any thread. */
    void offer(T next) {
        newest.offer(next);
        if (told.compareAndSet(false, true)) {
            if (Platform.isFxApplicationThread()) {
                take();
            } else {
                Platform.runLater(this::take);
            }
        }
    }

    /** To be told of each drawing, whatever caused it. */
    void drawn() {
        begun = true;
        drawnAt = System.nanoTime();
    }

    private void take() {
        long since = System.nanoTime() - drawnAt;
        if (begun && since < SHORTEST_NANOS) {
            pause.setDuration(Duration.millis((SHORTEST_NANOS - since) / 1e6));
            pause.playFromStart();
            return;
        }
        told.set(false);
        newest.poll().ifPresent(view);
    }
}
