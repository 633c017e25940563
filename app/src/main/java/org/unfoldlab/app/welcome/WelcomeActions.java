package org.unfoldlab.app.welcome;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.unfoldlab.app.shell.Command;

/** What can be done on the first page. */
public record WelcomeActions(
        Command demo,
        Command newNetwork,
        Command open,
        Runnable settings,
        Runnable about,
        Consumer<StartNetwork> starter,
        Consumer<Path> recentOpener,
        Runnable back) {
    void start(StartNetwork network) {
        starter.accept(network);
    }

    void openRecent(Path file) {
        recentOpener.accept(file);
    }
}
