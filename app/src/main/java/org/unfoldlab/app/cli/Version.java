package org.unfoldlab.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it. */
public final class Version implements IVersionProvider {
    /** For example {@code 0.1.0}. */
    public static String number() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For example {@code Unfold 0.1.0, Java 17}. */
    public static String line() {
        return "Unfold " + number() + ", Java " + Runtime.version().feature();
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
