package org.unfoldlab.app;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does heavy work off the screen's thread and brings results back to it. Tests hand in executors that run at once.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor waiting;
    private final Executor screen;

    /**
     * @param workers threads for heavy work
     * @param screen the thread on which results are used, {@code Platform::runLater} in the window
     */
    public Background(Executor workers, Executor screen) {
        this(workers, workers, screen);
    }

    /**
     * The same with a place for work that takes minutes.
     *
     * @param waiting one thread, for work that waits for other processes
     */
    public Background(Executor workers, Executor waiting, Executor screen) {
        this.workers = workers;
        this.waiting = waiting;
        this.screen = screen;
    }

    /**
     * Runs the work, then hands its result, or what it threw, to the screen's thread.
     *
     * @param what a few words for the log
     */
    public <T> void run(String what, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(workers, what, work, done, failed);
    }

    /** The same for work that waits for another process: one after another, and never in the way of other work. */
    public <T> void runInTurn(String what, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(waiting, what, work, done, failed);
    }

    private <T> void run(Executor place, String what, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        place.execute(() -> {
            try {
                T result = work.call();
                screen.execute(() -> done.accept(result));
            } catch (Exception e) {
                LOG.info("{} failed", what, e);
                screen.execute(() -> failed.accept(e));
            }
        });
    }

    /** Runs work whose failure would be a mistake of the program: it reaches the handler of uncaught exceptions. */
    public <T> void run(String what, Callable<T> work, Consumer<T> done) {
        run(what, work, done, e -> {
            throw new IllegalStateException(what + " failed", e);
        });
    }

    /** Runs something on the screen's thread. */
    public void onScreen(Runnable action) {
        screen.execute(action);
    }

    /** Where heavy work is done. */
    public Executor workers() {
        return workers;
    }
}
