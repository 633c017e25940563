package org.unfoldlab.model.train;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A training or an evaluation cannot begin. The message is a sentence or two for the user, with a remedy. */
public final class TrainingException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(@Nullable String message, Throwable cause) {
        super(message, cause);
    }
}
