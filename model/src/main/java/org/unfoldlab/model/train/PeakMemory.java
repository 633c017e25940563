package org.unfoldlab.model.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that this process has held, as Linux writes it down; absent on other systems. */
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIB = 1024;

    private PeakMemory() {}

    /** In MiB. */
    public static OptionalLong mib() {
        OptionalLong bytes = bytes();
        return bytes.isPresent() ? OptionalLong.of(bytes.getAsLong() / (KIB * KIB)) : OptionalLong.empty();
    }

    /** In bytes. */
    public static OptionalLong bytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
