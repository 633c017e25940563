package org.unfoldlab.app;

import java.nio.file.Path;
import java.util.Optional;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where Unfold keeps what it is given and what it makes, e.g. {@code ~/.local/share/unfold} on Linux; the environment
 * variable {@code UNFOLD_HOME} names another folder. Nothing is made here: folders arise when something is written.
 *
 * @param home the folder that holds data and runs
 * @param isChosen true if the user named the folder: then settings and logs lie in it too, so that one folder on a stick
 *     holds everything
 */
public record Places(Path home, boolean isChosen) {
    /** Everything in one folder. */
    public Places(Path home) {
        this(home, true);
    }

    /** The places of this user on this computer. */
    public static Places ofUser() {
        return chosenHome()
                .map(chosen -> new Places(chosen, true))
                .orElseGet(() ->
                        new Places(Path.of(AppDirsFactory.getInstance().getUserDataDir("unfold", null, null)), false));
    }

    private static Optional<Path> chosenHome() {
        return Optional.ofNullable(System.getenv("UNFOLD_HOME"))
                .filter(chosen -> !chosen.isBlank())
                .map(chosen -> Path.of(chosen).toAbsolutePath());
    }

    /** Sets of images, each in the folder of its name. */
    public Path data() {
        return home.resolve("data");
    }

    /** Run folders. */
    public Path runs() {
        return home.resolve("runs");
    }

    /** Unsaved edits, for the next start after a crash. */
    public Path drafts() {
        return home.resolve("drafts");
    }

    /** The file that stands for the open window, see {@link org.unfoldlab.app.instance.RunningWindow}. */
    public Path window() {
        return home.resolve("window.sock");
    }

    /** The logs of windows, e.g. {@code ~/.cache/unfold/log} on Linux. */
    public Path logs() {
        return isChosen()
                ? home.resolve("log")
                : Path.of(AppDirsFactory.getInstance().getUserLogDir("unfold", null, null));
    }

    /** The settings, e.g. {@code ~/.config/unfold/settings.json} on Linux. */
    public Path settings() {
        return isChosen()
                ? home.resolve("settings.json")
                : Path.of(AppDirsFactory.getInstance().getUserConfigDir("unfold", null, null), "settings.json");
    }
}
