package org.unfoldlab.app;

import java.nio.file.Path;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where Unfold keeps what it is given and what it makes, e.g. {@code ~/.local/share/unfold} on Linux; the environment
 * variable {@code UNFOLD_HOME} names another folder. Nothing is made here: folders arise when something is written.
 *
 * @param home the folder that holds the others
 */
public record Places(Path home) {
    /** The places of this user on this computer. */
    public static Places ofUser() {
        String chosen = System.getenv("UNFOLD_HOME");
        return new Places(
                chosen == null || chosen.isBlank()
                        ? Path.of(AppDirsFactory.getInstance().getUserDataDir("unfold", null, null))
                        : Path.of(chosen).toAbsolutePath());
    }

    /** Sets of images, each in the folder of its name. */
    public Path data() {
        return home.resolve("data");
    }

    /** Run folders. */
    public Path runs() {
        return home.resolve("runs");
    }
}
