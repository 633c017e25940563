package org.unfoldlab.model.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code shared} beside the checkout: oracles and data that are no part of the project. */
public final class SharedFolder {
    private SharedFolder() {}

    /** The folder {@code shared/NAME}, sought upwards from the working directory; skips the test where it is absent. */
    public static Path orSkip(String name) {
        for (Path from = Path.of("").toAbsolutePath(); from != null; from = from.getParent()) {
            Path folder = from.resolve("shared").resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return Assumptions.abort("shared/" + name + " is not here");
    }
}
