package org.unfoldlab.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the project, which it never ships: tests that want it skip when it is absent. */
public final class RealData {
    private RealData() {}

    /** A file or folder of {@code shared/data}, looked for from the working directory upwards. */
    public static Path require(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        Assumptions.abort("no shared/data/" + name + " here");
        throw new AssertionError("unreachable");
    }
}
