package org.unfoldlab.model.engine.libtorch;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Optional;

/*
 * LibTorch's operators ask malloc for each result. The GNU C library hands large freed blocks back to the system and
 * fetches them anew, zeroed, page by page: 25,000 page faults or an eighth of the time of a training step of the
 * reference network. Told to keep them, it serves every step from the blocks of the one before. What is kept goes back
 * when a plan is closed. See mallopt(3).
 */
/** Tells the C library to keep freed memory between steps; does nothing where it is another library. */
final class NativeHeap {
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;
    private static final int GIBIBYTE = 1 << 30;

    /** The size of the pieces that threads' heaps grow by; older libraries allow half of it as a threshold. */
    private static final int HEAP_PIECE = 64 << 20;

    private NativeHeap() {}

    /** From now on, freed blocks stay with the process. */
    static void keepFreedMemory() {
        function("mallopt").ifPresent(mallopt -> {
            if (set(mallopt, MMAP_THRESHOLD, GIBIBYTE) == 0) {
                set(mallopt, MMAP_THRESHOLD, HEAP_PIECE / 2);
            }
            set(mallopt, TRIM_THRESHOLD, GIBIBYTE);
            set(mallopt, TOP_PAD, HEAP_PIECE);
        });
    }

    /** Gives what is free back to the system. */
    static void giveBack() {
        function("malloc_trim").ifPresent(trim -> trim.invokeInt(new Object[] {0L}));
    }

    private static int set(Function mallopt, int what, int value) {
        return mallopt.invokeInt(new Object[] {what, value});
    }

    private static Optional<Function> function(String name) {
        if (!Platform.isLinux()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NativeLibrary.getProcess().getFunction(name));
        } catch (LinkageError absent) {
            return Optional.empty();
        }
    }
}
