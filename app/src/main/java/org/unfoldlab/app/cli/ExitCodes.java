package org.unfoldlab.app.cli;

/** What the program says to the shell when it ends. */
public final class ExitCodes {
    public static final int OK = 0;
    /** The command was understood but could not be carried out. */
    public static final int FAILED = 1;
    /** Unknown commands, options or names, or a window where none can be. */
    public static final int WRONG_USE = 2;

    private ExitCodes() {}
}
