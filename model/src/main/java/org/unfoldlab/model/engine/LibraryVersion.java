package org.unfoldlab.model.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Versions of the libraries that compute, as their own jars state them. */
public final class LibraryVersion {
    private LibraryVersion() {}

    /**
     * The version that Maven wrote into a library's jar.
     *
     * @param anchor any class of the library
     * @return e.g. {@code 1.0.0-M2.1}; {@code (version unknown)} when the jar does not say
     */
    public static String of(Class<?> anchor, String group, String artifact) {
        String path = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = anchor.getResourceAsStream(path)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "(version unknown)");
        } catch (IOException e) {
            return "(version unknown)";
        }
    }
}
