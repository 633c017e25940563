package org.unfoldlab.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.unfoldlab.app.devices.DeviceScout;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.app.equivalence.Checker;
import org.unfoldlab.app.explore.Explorer;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.app.settings.SettingsStore;

/**
 * What the window needs of the world outside; tests hand in their own.
 *
 * @param workers starts trainings
 * @param checker runs networks both ways
 * @param explorers starts processes that answer for a run
 * @param devices looks for graphics cards
 * @param places where the user's files lie
 * @param opener shows a file or folder with the system's own program
 */
public record Surroundings(
        Background background,
        SettingsStore settings,
        Worker.Starter workers,
        Checker checker,
        Explorer.Starter explorers,
        DeviceScout devices,
        Places places,
        FileAsker files,
        Consumer<Path> opener) {
    /** The folder that run folders lie in. */
    public Path runsHome() {
        return places.runs();
    }

    /** The folder that data sets lie in. */
    public Path dataHome() {
        return places.data();
    }
}
