package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunLabel;
import org.unfoldlab.model.store.RunLabels;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.SweepQueue;

/** Runs that lie in a folder: those that other starts of the program left there, or another machine made. */
public final class RunArchive {
    /** How many single runs are read when nobody asks for more. */
    public static final int USUAL = 40;

    private static final Logger LOG = LoggerFactory.getLogger(RunArchive.class);

    private RunArchive() {}

    /**
     * One run as its folder tells it.
     *
     * @param sweep the sweep's folder, if it belongs to one
     * @param training true if a process trained it when it was read
     */
    public record Found(
            Path folder,
            NetworkDocument network,
            RunRecord record,
            RunLabel label,
            Optional<Path> sweep,
            boolean training) {
        /** A run that no process trains. */
        public Found(Path folder, NetworkDocument network, RunRecord record, RunLabel label, Optional<Path> sweep) {
            this(folder, network, record, label, sweep, false);
        }
    }

    /**
     * A run of a sweep that waits for its turn.
     *
     * @param sweep the sweep's folder
     * @param folder the run's own, which need not exist
     * @param name what tells it from the others
     */
    public record Waiting(Path sweep, Path folder, String name, NetworkDocument network) {}

    /**
     * What lies in a folder.
     *
     * @param found runs that were begun, the oldest first
     * @param waiting runs of sweeps that were not finished, in the order in which they wait
     * @param left how many older runs were not read
     */
    public record Contents(List<Found> found, List<Waiting> waiting, int left) {
        public Contents {
            found = List.copyOf(found);
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * Reads a run, a sweep, or a folder of both; what cannot be read is left out and logged.
     *
     * @param most how many runs to read at most, the newest and the pinned ones
     * @throws IOException when the folder cannot be listed
     */
    public static Contents read(Path folder, int most) throws IOException {
        List<Found> found = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        if (RunFolder.isRun(folder)) {
            readInto(found, folder, Optional.empty());
        } else if (SweepFolder.isSweep(folder)) {
            readSweep(folder, found, waiting);
        } else if (Files.isDirectory(folder)) {
            return readAll(folder, most);
        }
        return new Contents(found, waiting, 0);
    }

    private static Contents readAll(Path home, int most) throws IOException {
        List<Path> newest;
        try (Stream<Path> folders = Files.list(home)) {
            newest = folders.filter(path -> RunFolder.isRun(path) || SweepFolder.isSweep(path))
                    .sorted(Comparator.comparing(RunArchive::changed).reversed())
                    .toList();
        }
        List<Found> found = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        int left = 0;
        for (Path path : newest) {
            List<Found> here = new ArrayList<>();
            if (found.size() < most || RunLabels.read(path).pinned()) {
                if (SweepFolder.isSweep(path)) {
                    readSweep(path, here, waiting);
                } else {
                    readInto(here, path, Optional.empty());
                }
            } else {
                left++;
            }
            Collections.reverse(here);
            found.addAll(here);
        }
        Collections.reverse(found);
        return new Contents(found, waiting, left);
    }

    private static void readSweep(Path path, List<Found> found, List<Waiting> waiting) {
        SweepFolder folder = new SweepFolder(path);
        try {
            Map<String, Path> runs = folder.runs();
            List<Path> inOrder = runs.values().stream()
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            inOrder.forEach(run -> readInto(found, run, Optional.of(path)));
            if (!folder.isGivenUp()) {
                waiting.addAll(waiting(folder, runs));
            }
        } catch (StoreException e) {
            LOG.warn("The sweep in {} cannot be read", path, e);
        }
    }

    /**
     * The runs of a sweep that are still to be trained.
     *
     * @throws StoreException when the sweep cannot be read
     */
    public static List<Waiting> waiting(SweepFolder folder) throws StoreException {
        return waiting(folder, folder.runs());
    }

    private static List<Waiting> waiting(SweepFolder folder, Map<String, Path> runs) throws StoreException {
        List<Waiting> waiting = new ArrayList<>();
        for (PlannedRun run : folder.sweep().runs()) {
            Path known = runs.get(NetworkFiles.specHash(run.document()));
            boolean wanted = run.canTrain() && (known == null || isUnfinished(known));
            if (wanted) {
                Path where = known == null ? folder.fresh(run) : known;
                waiting.add(new Waiting(folder.path(), where, run.name(), run.document()));
            }
        }
        return waiting;
    }

    private static boolean isUnfinished(Path run) {
        try {
            return SweepFolder.state(new RunFolder(run).record()) == SweepQueue.State.WAITING;
        } catch (StoreException e) {
            return false;
        }
    }

    private static void readInto(List<Found> found, Path folder, Optional<Path> sweep) {
        try {
            RunFolder run = RunFolder.open(folder);
            // Asked before the events are read, so that a run that ends meanwhile is not taken for a broken one.
            boolean training = run.isTraining();
            found.add(new Found(folder, run.network(), run.record(), RunLabels.read(folder), sweep, training));
        } catch (IOException e) {
            LOG.warn("The run in {} cannot be read", folder, e);
        }
    }

    private static long changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
