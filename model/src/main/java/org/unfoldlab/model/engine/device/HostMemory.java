package org.unfoldlab.model.engine.device;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much memory the processor's programs can still take. */
public final class HostMemory {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final long KIBIBYTE = 1024;

    private HostMemory() {}

    /** In bytes; empty where the system does not say. */
    public static OptionalLong availableBytes() {
        OptionalLong linux = availableOf(lines());
        return linux.isPresent() ? bounded(linux.getAsLong()) : free();
    }

    /** From the lines of {@code /proc/meminfo}: free, or free as soon as it is needed. */
    static OptionalLong availableOf(List<String> meminfo) {
        return meminfo.stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> KIBIBYTE * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }

    /** In a container the whole machine's memory is not for the taking. */
    private static OptionalLong bounded(long available) {
        OptionalLong free = total();
        return OptionalLong.of(Math.min(available, free.orElse(available)));
    }

    private static OptionalLong total() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? OptionalLong.of(system.getTotalMemorySize())
                : OptionalLong.empty();
    }

    private static OptionalLong free() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                        && system.getFreeMemorySize() > 0
                ? OptionalLong.of(system.getFreeMemorySize())
                : OptionalLong.empty();
    }

    private static List<String> lines() {
        try {
            return Files.isReadable(LINUX) ? Files.readAllLines(LINUX) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
