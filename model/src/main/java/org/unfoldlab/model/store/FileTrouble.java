package org.unfoldlab.model.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Says in plain words why the operating system refused a file. */
final class FileTrouble {
    private FileTrouble() {}

    /** A sentence on why a file cannot be read. */
    static String reading(Path file, IOException cause) {
        return file + " cannot be read. " + whyNotReadable(file, cause);
    }

    /** A sentence on why a file cannot be written. */
    static String writing(Path file, Throwable cause) {
        return file + " cannot be written. " + whyNotWritable(file, cause);
    }

    static String whyNotReadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "There is no such file.";
        }
        if (Files.isDirectory(file)) {
            return "It is a folder.";
        }
        if (cause instanceof AccessDeniedException) {
            return "You may not read it; change its permissions or copy it elsewhere.";
        }
        return "The system says: " + reason(cause) + ".";
    }

    private static String whyNotWritable(Path file, Throwable cause) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return "A folder of this name is in the way.";
        }
        if (folder != null && !Files.exists(folder)) {
            return "The folder " + folder + " does not exist.";
        }
        if (folder != null && (cause instanceof NotDirectoryException || !Files.isDirectory(folder))) {
            return folder + " is a file, not a folder.";
        }
        if (cause instanceof AccessDeniedException) {
            return "You may not write there; choose another folder or change the permissions.";
        }
        if (cause instanceof ReadOnlyFileSystemException || says(cause, "read-only file system")) {
            return "The disk is read-only; choose another place.";
        }
        if (says(cause, "no space left") || says(cause, "not enough space") || says(cause, "disk quota")) {
            return "The disk is full; free some space and try again.";
        }
        return "The system says: " + reason(cause) + ".";
    }

    private static boolean says(Throwable cause, String words) {
        return reason(cause).toLowerCase(Locale.ROOT).contains(words);
    }

    private static String reason(Throwable cause) {
        String message = cause instanceof FileSystemException trouble ? trouble.getReason() : cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
