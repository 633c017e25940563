package org.unfoldlab.app.cli;

import java.time.Duration;
import java.util.Locale;

/** Sizes and durations as people read them. */
final class Amounts {
    private static final double MIB = 1024.0 * 1024.0;

    private Amounts() {}

    /** {@code 162.2 MiB}, or {@code 28 KiB} for small files. */
    static String bytes(long bytes) {
        return bytes < MIB ? (bytes + 1023) / 1024 + " KiB" : String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
    }

    /** {@code 48 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
