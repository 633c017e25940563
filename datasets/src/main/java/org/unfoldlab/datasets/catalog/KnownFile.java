package org.unfoldlab.datasets.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.files.IdxFiles;

/**
 * A published file: its name, size and sum, and if it is an IDX file packed with gzip, also the SHA-256 of what
 * is inside (it may lie there unpacked, or packed anew).
 *
 * @param bytes its size as published
 * @param sum its SHA-256 in hexadecimal digits, or its SHA-1 where nothing else is published
 * @param contentSha256 of the unpacked content of a {@code .gz} file; null for other files
 */
public record KnownFile(
        String name, long bytes, String sum, @Nullable String contentSha256) {
    static KnownFile plain(String name, long bytes, String sum) {
        return new KnownFile(name, bytes, sum, null);
    }

    /** The file in a folder, under its own name or another one under which it is read. */
    Optional<Path> find(Path folder) {
        return names().stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private List<String> names() {
        return contentSha256 == null ? List.of(name) : IdxFiles.names(name.replaceFirst("\\.gz$", ""));
    }
}
