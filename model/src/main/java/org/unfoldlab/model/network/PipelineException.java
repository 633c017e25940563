package org.unfoldlab.model.network;

import java.io.Serial;

/** A function that cannot be read or placed; turned into a {@link Problem} by the checker, never shown as a trace. */
final class PipelineException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    PipelineException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
