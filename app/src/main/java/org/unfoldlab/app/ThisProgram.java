package org.unfoldlab.app;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.unfoldlab.app.devices.GpuLibraries;

/** This very program, as another process can be started: the same Java, options and class path, and added libraries. */
public final class ThisProgram {
    /**
     * Options that belong to this process alone: debuggers and agents cannot be shared, archives cannot be written by
     * two, and what lets a window open sooner (the launcher 'unfold') would slow a training down.
     */
    private static final List<String> OWN_OPTIONS = List.of(
            "-agentlib:",
            "-agentpath:",
            "-javaagent:",
            "-Xrun",
            "-XX:ArchiveClassesAtExit",
            "-XX:AOTCacheOutput",
            "-XX:TieredStopAtLevel",
            "-Xmn");

    private ThisProgram() {}

    /** The command without arguments; append those of {@code unfold}. */
    public static List<String> command() {
        List<String> command = new ArrayList<>();
        String java = File.separatorChar == '\\' ? "java.exe" : "java";
        command.add(Path.of(System.getProperty("java.home"), "bin", java).toString());
        command.addAll(handedOn(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        command.add("-cp");
        command.add(classPath(
                System.getProperty("java.class.path"),
                GpuLibraries.jars(Places.ofUser().home())));
        command.add(Main.class.getName());
        return command;
    }

    /** Those of this process's options that another one should have. */
    static List<String> handedOn(List<String> options) {
        return options.stream()
                .filter(option -> OWN_OPTIONS.stream().noneMatch(option::startsWith))
                .toList();
    }

    /**
     * A child process of that command, or of another. Threads that spin long while they wait for one another would take
     * the processor from the window's, so the child's spin for a tenth of a millisecond and then sleep, as the launcher's.
     */
    public static ProcessBuilder child(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
        builder.environment().putIfAbsent("GOMP_SPINCOUNT", "5000");
        return builder;
    }

    /** Libraries that the user added need no new build: other processes find them behind this one's own. */
    static String classPath(String own, List<Path> added) {
        StringBuilder path = new StringBuilder(own);
        List<String> there = List.of(own.split(Pattern.quote(File.pathSeparator)));
        added.stream()
                .map(Path::toString)
                .filter(jar -> !there.contains(jar))
                .forEach(jar -> path.append(File.pathSeparatorChar).append(jar));
        return path.toString();
    }
}
