package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.sweep.Sweep;

/** Where the runs of a sweep go when nobody says so. */
final class SweepPlace {
    private SweepPlace() {}

    /**
     * The folder that the file stands for, or lies in as a sweep's own plan; else one that is named like the file and
     * free for this sweep.
     *
     * @param file a sweep file or a sweep's folder, absolute
     * @param runs Unfold's own folder of runs
     */
    static Path of(Path file, Path runs, Sweep sweep) {
        if (Files.isDirectory(file)) {
            return file;
        }
        Path parent = file.getParent();
        return parent != null && SweepFolder.isOwnPlan(file) ? parent : free(runs.resolve(stem(file)), sweep);
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("\\.[A-Za-z]+$", "");
    }

    private static Path free(Path wanted, Sweep sweep) {
        Path place = wanted;
        for (int number = 2; isTaken(place, sweep); number++) {
            place = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return place;
    }

    private static boolean isTaken(Path place, Sweep sweep) {
        return RunFolder.isRun(place) || SweepFolder.isSweep(place) && !isOfSameNetwork(place, sweep);
    }

    private static boolean isOfSameNetwork(Path place, Sweep sweep) {
        try {
            Sweep there = new SweepFolder(place).sweep();
            return NetworkFiles.specHash(there.base()).equals(NetworkFiles.specHash(sweep.base()));
        } catch (StoreException damaged) {
            return false;
        }
    }
}
