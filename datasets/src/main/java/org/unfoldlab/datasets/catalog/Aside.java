package org.unfoldlab.datasets.catalog;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.unfoldlab.datasets.DatasetException;

/** Renaming, in one step where the system can; wrong files are kept under a name that is free. */
final class Aside {
    private Aside() {}

    /** Renames a wrong file to {@code NAME.wrong}, or {@code NAME.wrong-2} … if that exists. */
    static Path move(Path wrong) throws DatasetException {
        return move(wrong, wrong);
    }

    /** Renames {@code wrong} as if it had the name of {@code named}. */
    static Path move(Path wrong, Path named) throws DatasetException {
        Path free = named.resolveSibling(named.getFileName() + ".wrong");
        for (int number = 2; Files.exists(free); number++) {
            free = named.resolveSibling(named.getFileName() + ".wrong-" + number);
        }
        rename(wrong, free);
        return free;
    }

    static void rename(Path from, Path to) throws DatasetException {
        try {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(from, to);
            }
        } catch (IOException e) {
            throw new DatasetException(
                    from + " could not be renamed to " + to + " (" + e.getMessage() + "); rename it yourself.", e);
        }
    }
}
