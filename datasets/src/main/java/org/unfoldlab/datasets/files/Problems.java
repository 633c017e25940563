package org.unfoldlab.datasets.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.unfoldlab.datasets.DatasetException;

/** Sentences for what the system says about files. */
final class Problems {
    private Problems() {}

    static DatasetException unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return new DatasetException(missing.getFile() + " does not exist; check the path.", e);
        } else if (e instanceof AccessDeniedException denied) {
            return new DatasetException(denied.getFile() + " may not be read; check its permissions.", e);
        }
        return new DatasetException(file + " cannot be read (" + reason(e) + "); check the disk and the file.", e);
    }

    static DatasetException damagedArchive(Path file, IOException e, String remedy) {
        if (e instanceof NoSuchFileException || e instanceof AccessDeniedException) {
            return unreadable(file, e);
        }
        String what = e instanceof EOFException
                ? " ends too early, so it is truncated"
                : e instanceof ZipException
                        ? " is no valid gzip file (" + reason(e) + ")"
                        : " cannot be unpacked (" + reason(e) + ")";
        return new DatasetException(file + what + "; " + remedy + ".", e);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
