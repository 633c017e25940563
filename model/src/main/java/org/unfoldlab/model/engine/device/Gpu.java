package org.unfoldlab.model.engine.device;

import java.util.Locale;

/**
 * A graphics processor that a CUDA driver knows.
 *
 * @param index as in {@code cuda:0}
 * @param major first digit of the compute capability
 * @param minor second digit
 * @param memoryBytes all of its memory
 */
public record Gpu(int index, String name, int major, int minor, long memoryBytes) {
    /** Compute capability as one number, e.g. 86 for 8.6. */
    public int capability() {
        return 10 * major + minor;
    }

    /** As it is written after {@code --device}. */
    public String device() {
        return "cuda:" + index;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, compute capability %d.%d, %.0f GiB",
                name,
                major,
                minor,
                memoryBytes / (double) (1L << 30));
    }
}
