package org.unfoldlab.app;

import org.unfoldlab.app.cli.Cli;
import org.unfoldlab.app.cli.Terminal;

/** The program's entry point. Not a JavaFX application itself, since JavaFX on the class path would refuse to start. */
public final class Main {
    private Main() {}

    /**
     * Opens the window without arguments, otherwise carries a command out.
     *
     * @param arguments a command and its options; see {@code unfold --help}
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        int code = Cli.run(terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }
}
