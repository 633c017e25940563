package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.harawata.appdirs.AppDirsFactory;
import org.unfoldlab.model.graph.NetworkDocument;

/** Where run folders lie and what they are called. */
public final class RunFolders {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int LONGEST_NAME = 40;

    private RunFolders() {}

    /** The system's own place for what programs make, e.g. {@code ~/.local/share/unfold/runs}. */
    public static Path systemPlace() {
        return Path.of(AppDirsFactory.getInstance().getUserDataDir("unfold", null, null), "runs");
    }

    /** A folder that does not exist yet, named by time and title. */
    static Path fresh(Path home, NetworkDocument network, int number) {
        String title = network.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String name = title.substring(0, Math.min(LONGEST_NAME, title.length()));
        return home.resolve(
                LocalDateTime.now(java.time.ZoneId.systemDefault()).format(WHEN) + "-" + number + "-" + name);
    }
}
