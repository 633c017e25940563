package org.unfoldlab.model.store;

import java.io.IOException;

/**
 * A file could not be read or written. The message is one or two sentences for the user: which file, what is wrong,
 * and what can be done where something can.
 */
public final class StoreException extends IOException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
