package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.unfoldlab.model.store.SweepFolder;

/** Where the runs of a sweep go when nobody says so. */
final class SweepPlace {
    private SweepPlace() {}

    /**
     * The folder that the file stands for, or lies in as a sweep's own plan; else one that is named like the file.
     *
     * @param file a sweep file or a sweep's folder, absolute
     * @param runs Unfold's own folder of runs
     */
    static Path of(Path file, Path runs) {
        if (Files.isDirectory(file)) {
            return file;
        }
        Path parent = file.getParent();
        return parent != null && SweepFolder.isOwnPlan(file) ? parent : runs.resolve(stem(file));
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("\\.[A-Za-z]+$", "");
    }
}
