package org.unfoldlab.app.editor;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files; the system's own dialogs in the window, answers at hand in tests. */
public interface FileAsker {
    /** A network file to open. */
    Optional<Path> toOpen();

    /**
     * Where to write a network.
     *
     * @param suggestedName file name to begin with
     */
    Optional<Path> toSave(String suggestedName);

    /** A folder, e.g. of images. */
    Optional<Path> folder(String title);
}
