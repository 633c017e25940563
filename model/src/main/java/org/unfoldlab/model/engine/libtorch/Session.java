package org.unfoldlab.model.engine.libtorch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Runs work as LibTorch wants it: no autograd, the plan's threads, whatever is left over freed at once. */
final class Session {
    private final int threads;
    private final Numerics numerics;
    private @Nullable Thread prepared;

    Session(int threads, Numerics numerics) {
        this.threads = threads;
        this.numerics = numerics;
    }

    /** Runs something; tensors that it made and nobody keeps are freed. */
    <T> T call(Supplier<T> work) {
        if (prepared != Thread.currentThread()) {
            torch.set_num_threads(threads);
            prepared = Thread.currentThread();
        }
        try (PointerScope scope = new PointerScope();
                InferenceMode mode = new InferenceMode(true)) {
            numerics.apply();
            return work.get();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /** LibTorch reports everything as one kind of exception; what is a lack of memory only its words tell. */
    static RuntimeException translated(RuntimeException problem) {
        String words = String.valueOf(problem.getMessage());
        if (words.contains("out of memory") || words.contains("can't allocate memory")) {
            OutOfMemoryError lack = new OutOfMemoryError(
                    "LibTorch found no memory for this plan. Choose a smaller batch, for example 32, or a smaller T.");
            lack.initCause(problem);
            throw lack;
        }
        if (words.contains("no kernel image") || words.contains("named symbol not found")) {
            return new IllegalStateException(
                    "LibTorch's libraries hold no code for this graphics card; compute with --device cpu", problem);
        }
        if (words.contains("CUDA error")) {
            return new IllegalStateException(
                    "the graphics card no longer answers; resume from the last checkpoint, if need be with --device"
                            + " cpu",
                    problem);
        }
        return problem;
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
