package org.unfoldlab.model.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.unfoldlab.model.engine.EngineException;

/** Lets all sides do the same thing at once, on threads of the caller's. */
final class Together {
    private final Executor executor;

    Together(Executor executor) {
        this.executor = executor;
    }

    /**
     * What each side gave, in order.
     *
     * @throws EngineException when memory ran out
     */
    <A, B> List<B> all(List<A> sides, Function<A, B> work) throws EngineException, InterruptedException {
        List<CompletableFuture<B>> running = new ArrayList<>();
        for (A side : sides) {
            running.add(CompletableFuture.supplyAsync(() -> work.apply(side), executor));
        }
        List<B> results = new ArrayList<>();
        for (CompletableFuture<B> result : running) {
            results.add(awaited(result));
        }
        return results;
    }

    private static <B> B awaited(CompletableFuture<B> result) throws EngineException, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new EngineException("Memory ran out. Compare fewer images, an earlier T, or fewer channels.", e);
            }
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
