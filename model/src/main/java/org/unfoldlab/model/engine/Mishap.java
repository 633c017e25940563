package org.unfoldlab.model.engine;

import java.util.List;
import java.util.Locale;

/*
 * Libraries report lack of memory and lost devices as they like: Java by OutOfMemoryError, C++ by std::bad_alloc,
 * LibTorch by one kind of exception for everything, CUDA by a number and a sentence. So the words decide, along the
 * whole chain of causes. See "CUDA Runtime API, error handling" for CUDA's sentences.
 */
/** What kind of thing kept an engine from going on. */
public enum Mishap {
    /** The processor's or the graphics card's memory is full. */
    OUT_OF_MEMORY,
    /** The graphics card answers no more, at least not to this process. */
    DEVICE_LOST,
    OTHER;

    private static final List<String> NO_MEMORY = List.of(
            "out of memory",
            "out_of_memory",
            "outofmemory",
            "can't allocate memory",
            "cannot allocate memory",
            "not enough memory",
            "bad_alloc",
            "bad allocation",
            "alloc_failed",
            "physical memory usage is too high");

    private static final List<String> LOST = List.of(
            "cuda error",
            "cuda_error_",
            "cuda driver error",
            "no longer answers",
            "device lost",
            "gpu is lost",
            "fallen off the bus",
            "cudnn_status_",
            "cublas_status_");

    /** Tells by the words of an exception and of its causes. */
    public static Mishap of(Throwable problem) {
        Mishap found = OTHER;
        for (Throwable each = problem; each != null; each = each.getCause()) {
            String words = (each.getClass().getSimpleName() + " " + each.getMessage()).toLowerCase(Locale.ROOT);
            if (each instanceof OutOfMemoryError || NO_MEMORY.stream().anyMatch(words::contains)) {
                return OUT_OF_MEMORY;
            }
            if (LOST.stream().anyMatch(words::contains)) {
                found = DEVICE_LOST;
            }
        }
        return found;
    }
}
