package org.unfoldlab.app.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where something is written. Not every system's dialog completes a name by its suffix, and one that does not asks about
 * replacing the file of the incomplete name only.
 */
public final class SavePlace {
    private SavePlace() {}

    /**
     * Asks until the place is one that the dialog has asked about, or free.
     *
     * @param dialog asks, beginning with a file that exists already, if it is given one
     * @param suffixes with their dots; the first completes a name that ends in none of them
     */
    public static Optional<Path> ask(Function<Optional<Path>, Optional<Path>> dialog, List<String> suffixes) {
        Optional<Path> taken = Optional.empty();
        while (true) {
            Optional<Path> chosen = dialog.apply(taken);
            Optional<Path> whole = chosen.map(file -> completed(file, suffixes));
            if (whole.equals(chosen) || !Files.exists(whole.get())) {
                return whole;
            }
            taken = whole;
        }
    }

    /** The same file, or if it ends in none of the suffixes, in either case, with the first of them. */
    public static Path completed(Path file, List<String> suffixes) {
        String name = String.valueOf(file.getFileName());
        String small = name.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(small::endsWith) ? file : file.resolveSibling(name + suffixes.get(0));
    }
}
