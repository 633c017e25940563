package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.store.RunFolder;

/** Runs that earlier starts of the program left in a folder. */
public final class RunArchive {
    private static final Logger LOG = LoggerFactory.getLogger(RunArchive.class);
    private static final int MOST = 40;

    private RunArchive() {}

    /** One run as its folder tells it. */
    public record Found(Path folder, NetworkDocument network, RunRecord record) {}

    /** The newest runs of a folder, the oldest of them first; those that cannot be read are left out and logged. */
    public static List<Found> read(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        List<Path> newest;
        try (Stream<Path> folders = Files.list(home)) {
            newest = folders.filter(RunFolder::isRun)
                    .sorted(Comparator.comparing(RunArchive::changed).reversed())
                    .limit(MOST)
                    .toList();
        }
        List<Found> found = new ArrayList<>();
        for (Path folder : newest) {
            readInto(found, folder);
        }
        Collections.reverse(found);
        return found;
    }

    private static void readInto(List<Found> found, Path folder) {
        try {
            RunFolder run = RunFolder.open(folder);
            found.add(new Found(folder, run.network(), run.record()));
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
