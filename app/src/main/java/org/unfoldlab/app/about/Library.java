package org.unfoldlab.app.about;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A library that this program runs with.
 *
 * @param name its artifact, e.g. {@code javafx-controls}
 * @param version e.g. {@code 21.0.12}
 * @param licence as the notices state it
 */
public record Library(String name, String version, String licence) {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");
    private static final String OWN = "unfold-";

    /**
     * Every library on a class path, by name; a library with natives in a jar of their own is listed once.
     *
     * @param classPath as Java states it
     */
    public static List<Library> on(String classPath, Notice notices) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .filter(jar -> !jar.startsWith(OWN))
                .map(jar -> of(jar, notices))
                .collect(Collectors.toMap(Library::name, library -> library, Library::shorter))
                .values()
                .stream()
                .sorted(Comparator.comparing(library -> library.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Library of(String jar, Notice notices) {
        Matcher parts = JAR.matcher(jar);
        String name = parts.matches() ? parts.group(1) : jar;
        String version = parts.matches() ? parts.group(2) : "";
        return new Library(name, version, notices.licenceOf(name));
    }

    /** The jar of natives carries the platform behind its version. */
    private Library shorter(Library other) {
        return version.length() <= other.version.length() ? this : other;
    }
}
