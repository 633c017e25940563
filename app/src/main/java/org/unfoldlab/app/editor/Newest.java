package org.unfoldlab.app.editor;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.unfoldlab.app.Background;

/**
 * Answers questions in the background, one at a time; while one is worked on only the newest of the others waits, and
 * answers to older ones are not handed out. Belongs to the screen's thread.
 */
final class Newest<Q, A> {
    private final Background background;
    private final String what;
    private final Function<Q, A> work;
    private final Consumer<A> answered;
    private Optional<Q> waiting = Optional.empty();
    private boolean working;
    private boolean over;

    /**
     * @param what a few words for the log
     * @param work done off the screen's thread
     * @param answered told on the screen's thread
     */
    Newest(Background background, String what, Function<Q, A> work, Consumer<A> answered) {
        this.background = background;
        this.what = what;
        this.work = work;
        this.answered = answered;
    }

    void ask(Q question) {
        if (working) {
            waiting = Optional.of(question);
            return;
        }
        working = true;
        background.run(what, () -> work.apply(question), this::finished, e -> {
            working = false;
            throw new IllegalStateException(what + " failed", e);
        });
    }

    /** Hands out nothing any more. */
    void forget() {
        over = true;
    }

    private void finished(A answer) {
        working = false;
        if (over) {
            return;
        }
        Optional<Q> next = waiting;
        waiting = Optional.empty();
        next.ifPresentOrElse(this::ask, () -> answered.accept(answer));
    }
}
