package org.unfoldlab.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that this process has held. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIB_IN_MIB = 1024;

    private PeakMemory() {}

    /** In MiB, as Linux writes it down; absent on other systems. */
    static OptionalLong mib() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_IN_MIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
