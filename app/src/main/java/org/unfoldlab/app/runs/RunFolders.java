package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.unfoldlab.model.graph.NetworkDocument;

/** Where run folders lie and what they are called. */
public final class RunFolders {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int LONGEST_NAME = 40;

    private RunFolders() {}

    /** A folder for a sweep, named by time and title. */
    public static Path ofSweep(Path home, String title) {
        return home.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(WHEN) + "-grid-" + plain(title));
    }

    private static String plain(String title) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return words.substring(0, Math.min(LONGEST_NAME, words.length()));
    }

    /** A folder that does not exist yet, named by time and title. */
    static Path fresh(Path home, NetworkDocument network, int number) {
        return home.resolve(
                LocalDateTime.now(ZoneId.systemDefault()).format(WHEN) + "-" + number + "-" + plain(network.title()));
    }
}
