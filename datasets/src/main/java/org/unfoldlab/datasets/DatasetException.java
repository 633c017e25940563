package org.unfoldlab.datasets;

import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be read, generated or fetched. The message is for people: one sentence that names the file, the
 * place in it and what to do. Checked, since every caller has a user to tell; nothing is changed or deleted when it is
 * thrown.
 */
public final class DatasetException extends Exception {
    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
