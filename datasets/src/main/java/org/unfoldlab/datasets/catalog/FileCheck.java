package org.unfoldlab.datasets.catalog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.unfoldlab.datasets.DatasetException;

/**
 * What a comparison of one file with its published SHA-256 gave.
 *
 * @param file where it lies or should lie
 * @param explanation one sentence
 */
public record FileCheck(Path file, State state, String explanation) {
    /** The outcome. */
    public enum State {
        /** The published bytes. */
        RIGHT,
        /** The published content, unpacked or packed anew. */
        RIGHT_CONTENT,
        WRONG,
        MISSING;

        /** Whether the data can be trusted. */
        public boolean isRight() {
            return this == RIGHT || this == RIGHT_CONTENT;
        }
    }

    static FileCheck of(KnownFile known, Path folder) {
        Optional<Path> found = known.find(folder);
        if (found.isEmpty()) {
            Path file = folder.resolve(known.name());
            return new FileCheck(file, State.MISSING, file + " is missing.");
        }
        try {
            return compare(known, found.get());
        } catch (IOException e) {
            return new FileCheck(
                    found.get(), State.WRONG, found.get() + " cannot be read or unpacked (" + e.getMessage() + ").");
        }
    }

    /** Whether a file, whatever its name, has the published bytes. */
    static boolean isPublished(KnownFile known, Path file) throws DatasetException {
        try {
            return sum(known, file, false).equals(known.sum());
        } catch (IOException e) {
            throw new DatasetException(file + " cannot be read (" + e.getMessage() + "); check the disk.", e);
        }
    }

    private static FileCheck compare(KnownFile known, Path file) throws IOException {
        String own = sum(known, file, false);
        if (own.equals(known.sum())) {
            return new FileCheck(file, State.RIGHT, file + " is the published file.");
        }
        if (known.contentSha256() != null) {
            String content = file.toString().endsWith(".gz") ? sum(known, file, true) : own;
            if (content.equals(known.contentSha256())) {
                return new FileCheck(file, State.RIGHT_CONTENT, file + " has the published content.");
            }
        }
        return new FileCheck(
                file,
                State.WRONG,
                file + " is not the published file: its " + Sums.kind(known.sum()) + " is " + own + " and should be "
                        + known.sum() + ".");
    }

    private static String sum(KnownFile known, Path file, boolean unpack) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream content = unpack ? new GZIPInputStream(raw, 1 << 16) : raw) {
            return Sums.like(known.sum(), content);
        }
    }
}
