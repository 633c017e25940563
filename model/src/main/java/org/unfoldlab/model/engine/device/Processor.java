package org.unfoldlab.model.engine.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * What is known of this machine's processor.
 *
 * @param platform JavaCPP's name of system and architecture, e.g. {@code linux-x86_64}
 * @param flags features in Linux's spelling, in lower case; empty when unknown
 * @param physicalCores at least 1
 */
public record Processor(String platform, Set<String> flags, int physicalCores) {
    public Processor {
        flags = Set.copyOf(flags);
    }

    /** Asks the system; what cannot be found out is left empty. */
    public static Processor ofThisMachine() {
        String platform = platformOfThisMachine();
        int visible = Runtime.getRuntime().availableProcessors();
        if (platform.startsWith("linux")) {
            return ofLinux(platform, lines(Path.of("/proc/cpuinfo")), visible);
        }
        if (platform.startsWith("macosx")) {
            return ofMac(platform, output("sysctl", "-a", "hw", "machdep.cpu"), visible);
        }
        return ofOther(platform, visible);
    }

    /** Whether it multiplies bfloat16 numbers by instructions of its own; false when that is unknown. */
    public boolean hasBfloat16() {
        return flags.contains("avx512_bf16") || flags.contains("amx_bf16") || flags.contains("bf16");
    }

    /** JavaCPP's name of this system and architecture. */
    public static String platformOfThisMachine() {
        return platform(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), System.getProperty("os.arch", ""));
    }

    /** JavaCPP's name of a system and architecture, from Java's names in lower case. */
    public static String platform(String os, String arch) {
        String system =
                os.contains("win") && !os.contains("darwin") ? "windows" : os.contains("mac") ? "macosx" : "linux";
        String machine = switch (arch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> arch.toLowerCase(Locale.ROOT);
        };
        return system + "-" + machine;
    }

    /** From the lines of {@code /proc/cpuinfo}. */
    public static Processor ofLinux(String platform, List<String> cpuinfo, int visible) {
        Set<String> flags = new HashSet<>();
        Set<String> cores = new TreeSet<>();
        String socket = "";
        for (String line : cpuinfo) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if ((line.startsWith("flags") || line.startsWith("Features")) && flags.isEmpty()) {
                flags.addAll(Arrays.asList(value.split("\\s+")));
            } else if (line.startsWith("physical id")) {
                socket = value;
            } else if (line.startsWith("core id")) {
                cores.add(socket + ":" + value);
            }
        }
        return new Processor(platform, flags, bounded(cores.isEmpty() ? visible : cores.size(), visible));
    }

    /** From the lines of {@code sysctl}; {@code AVX1.0} is Linux's {@code avx}, {@code AVX512F} its {@code avx512f}. */
    public static Processor ofMac(String platform, List<String> sysctl, int visible) {
        Set<String> flags = new HashSet<>();
        int cores = visible;
        for (String line : sysctl) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("machdep.cpu") && line.contains("features")) {
                Arrays.stream(value.toLowerCase(Locale.ROOT).split("\\s+"))
                        .map(flag -> flag.equals("avx1.0") ? "avx" : flag)
                        .forEach(flags::add);
            } else if (line.startsWith("hw.physicalcpu:")) {
                cores = number(value).orElse(visible);
            }
        }
        return new Processor(platform, flags, bounded(cores, visible));
    }

    /** Windows says nothing without its own interface; ND4J's AVX2 library is for every processor since 2015. */
    public static Processor ofOther(String platform, int visible) {
        Set<String> flags = platform.endsWith("x86_64") ? Set.of("avx2", "fma") : Set.of();
        return new Processor(platform, flags, bounded((visible + 1) / 2, visible));
    }

    private static int bounded(int cores, int visible) {
        return Math.max(1, Math.min(cores, visible));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> lines =
                    new ArrayList<>(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
            process.waitFor(5, TimeUnit.SECONDS);
            return lines;
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
