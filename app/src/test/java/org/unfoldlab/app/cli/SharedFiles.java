package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of cases and data beside the project; tests that need it are skipped where it is absent. */
final class SharedFiles {
    private SharedFiles() {}

    /** A file or folder in the first {@code shared} folder upwards from the working directory. */
    static Optional<Path> find(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve(path);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
