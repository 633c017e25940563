package org.unfoldlab.app.cli;

import java.io.Serial;
import java.util.List;

/** A command cannot do what it was asked to. The message is for the user: what happened, and what to do about it. */
final class Failure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command was right but could not be carried out. */
    static Failure failed(String sentence) {
        return new Failure(ExitCodes.FAILED, sentence);
    }

    /** Several things are wrong, one a line. */
    static Failure failed(List<String> lines) {
        return new Failure(ExitCodes.FAILED, String.join(System.lineSeparator(), lines));
    }

    /** The command was written wrongly, or cannot work on this machine. */
    static Failure wrongUse(String sentence) {
        return new Failure(ExitCodes.WRONG_USE, sentence);
    }

    int exitCode() {
        return exitCode;
    }
}
