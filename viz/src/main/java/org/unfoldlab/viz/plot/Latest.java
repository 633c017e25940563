package org.unfoldlab.viz.plot;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A slot for the newest value: any thread offers, the screen takes. What nobody took in time is
 * dropped, so the giver never waits.
 *
 * @param <T> the kind of value
 */
final class Latest<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /** Puts the newest value in; true if the slot was empty, so that somebody must be told. */
    boolean offer(T value) {
        return slot.getAndSet(value) == null;
    }

    /** Takes the newest value out, if there is one. */
    Optional<T> poll() {
        return Optional.ofNullable(slot.getAndSet(null));
    }
}
