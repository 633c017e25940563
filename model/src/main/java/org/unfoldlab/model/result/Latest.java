package org.unfoldlab.model.result;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A slot that holds the newest value only: one thread offers as fast as it likes, another looks when it has time, and
 * neither waits. What was not taken before the next offer is gone.
 */
public final class Latest<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();

    /** Puts a value in, over whatever was there. */
    public void offer(T value) {
        slot.set(value);
    }

    /** Takes the newest value out; empty when nothing new came since the last call. */
    public Optional<T> poll() {
        return Optional.ofNullable(slot.getAndSet(null));
    }
}
