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

    /**
     * Where to write an export.
     *
     * @param suggestedName file name to begin with
     * @param kind e.g. {@code PDF}
     * @param suffix end of the file's name without the dot
     */
    Optional<Path> toExport(String title, String suggestedName, String kind, String suffix);

    /**
     * Where to write a page to keep, {@code *.pdf} or {@code *.txt}.
     *
     * @param title of the dialog
     * @param suggestedName file name to begin with
     */
    Optional<Path> toKeepPage(String title, String suggestedName);

    /** A folder, e.g. of images. */
    Optional<Path> folder(String title);

    /** An image file to look at. */
    default Optional<Path> image() {
        return toOpen();
    }
}
