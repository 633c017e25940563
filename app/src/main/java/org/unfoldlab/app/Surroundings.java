package org.unfoldlab.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.app.settings.SettingsStore;

/**
 * What the window needs of the world outside; tests hand in their own.
 *
 * @param workers starts trainings
 * @param runsHome the folder that run folders lie in
 * @param dataHome the folder that data sets lie in
 * @param opener shows a file or folder with the system's own program
 */
public record Surroundings(
        Background background,
        SettingsStore settings,
        Worker.Starter workers,
        Path runsHome,
        Path dataHome,
        FileAsker files,
        Consumer<Path> opener) {}
