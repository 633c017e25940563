package org.unfoldlab.model.engine;

import java.io.Serial;

/** An engine cannot do what it was asked to; the message is a sentence for the user with a remedy. */
public final class EngineException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
