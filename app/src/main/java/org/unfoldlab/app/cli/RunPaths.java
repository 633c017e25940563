package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.unfoldlab.app.CommandWord;
import org.unfoldlab.app.Places;
import org.unfoldlab.model.store.RunFolder;

/** Where runs lie. */
final class RunPaths {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private RunPaths() {}

    /** A folder for a new run that does not exist yet, named by time and network. */
    static Path fresh(Places places, String network) {
        String file = String.valueOf(Path.of(network).getFileName());
        String name = file.replaceAll("\\.unfold$", "").replaceAll("[^A-Za-z0-9]+", "-");
        String start = LocalDateTime.now(ZoneId.systemDefault()).format(WHEN) + "-" + name;
        Path folder = places.runs().resolve(start);
        for (int number = 2; Files.exists(folder); number++) {
            folder = places.runs().resolve(start + "-" + number);
        }
        return folder;
    }

    /** That a run has no checkpoint yet, and what to do. */
    static Failure nothingTrained(RunFolder run) {
        return Failure.failed(run.path() + " holds nothing trained yet. Go on with it by 'unfold train --resume "
                + CommandWord.of(run.path()) + "'.");
    }

    /** A run by its folder, or by its name among Unfold's own runs. */
    static Path find(Places places, Path named) {
        Path own = places.runs().resolve(named);
        return !Files.exists(named) && Files.isDirectory(own) ? own : named;
    }
}
