package org.unfoldlab.model.engine.device;

import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Which of several builds of a native library JavaCPP takes: what follows the platform's name. */
public final class NativeExtension {
    /** The system property that JavaCPP reads, e.g. {@code -onednn-avx512}. */
    public static final String PROPERTY = "org.bytedeco.javacpp.platform.extension";

    private NativeExtension() {}

    /** For all libraries that are loaded from now on; null for no preference. */
    public static void prefer(@Nullable String extension) {
        if (extension == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, extension);
        }
        // JavaCPP remembers the choice from when it first looked, perhaps for another library.
        Loader.loadProperties(true);
    }
}
