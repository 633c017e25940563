package org.unfoldlab.app.editor;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the open document came from.
 *
 * @param file the file that Save writes, absent for new networks and presets
 * @param name shown where the document has no title
 * @param readOnly true for files of a newer format
 */
public record DocumentOrigin(Optional<Path> file, String name, boolean readOnly) {
    /** A network that was never saved. */
    public static final DocumentOrigin NEW = new DocumentOrigin(Optional.empty(), "Untitled", false);

    public static DocumentOrigin ofFile(Path file, boolean readOnly) {
        return new DocumentOrigin(Optional.of(file), String.valueOf(file.getFileName()), readOnly);
    }

    public static DocumentOrigin ofPreset(String name) {
        return new DocumentOrigin(Optional.empty(), name, false);
    }
}
