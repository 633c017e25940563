package org.unfoldlab.app;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This very program, as another process can be started: the same Java, options and class path. */
public final class ThisProgram {
    /** Options that belong to this process alone: debuggers and agents cannot be shared, nor can archives be written. */
    private static final List<String> OWN_OPTIONS = List.of(
            "-agentlib:", "-agentpath:", "-javaagent:", "-Xrun", "-XX:ArchiveClassesAtExit", "-XX:AOTCacheOutput");

    private ThisProgram() {}

    /** The command without arguments; append those of {@code unfold}. */
    public static List<String> command() {
        List<String> command = new ArrayList<>();
        String java = File.separatorChar == '\\' ? "java.exe" : "java";
        command.add(Path.of(System.getProperty("java.home"), "bin", java).toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OWN_OPTIONS.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        return command;
    }
}
