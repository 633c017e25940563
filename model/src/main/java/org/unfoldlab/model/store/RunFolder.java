package org.unfoldlab.model.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.NetworkReading.Read;
import org.unfoldlab.model.store.NetworkReading.Unreadable;

/**
 * A folder that holds one run: {@code network.unfold}, {@code run.json} (provenance), {@code events.jsonl},
 * {@code checkpoint-*.npz}, {@code statistics-*.npz}. It is enough to draw every plot and to resume. Reading needs no
 * lock: files are replaced whole, and a line still being written is skipped.
 *
 * @param path where it lies
 */
public record RunFolder(Path path) {
    static final String NETWORK = "network" + NetworkFiles.SUFFIX;
    static final String PROVENANCE = "run.json";
    static final String EVENTS = "events.jsonl";
    static final String LOCK = "run.lock";

    /** True when a folder holds a run, as far as its file names tell. */
    public static boolean isRun(Path path) {
        return Files.isRegularFile(path.resolve(PROVENANCE)) && Files.isRegularFile(path.resolve(NETWORK));
    }

    /**
     * Opens the folder of a run that exists.
     *
     * @throws StoreException when there is none
     */
    public static RunFolder open(Path path) throws StoreException {
        if (!Files.isDirectory(path)) {
            throw new StoreException(path + " cannot be opened. There is no such folder.");
        }
        if (!isRun(path)) {
            throw new StoreException(
                    path + " cannot be opened. It is no run folder: " + PROVENANCE + " or " + NETWORK + " is missing.");
        }
        return new RunFolder(path);
    }

    /** True while a process trains in it, on this computer: it holds the folder's lock. */
    public boolean isTraining() {
        Path file = path.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock taken = lock.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The network as it was trained.
     *
     * @throws StoreException when its file is damaged
     */
    public NetworkDocument network() throws StoreException {
        NetworkReading reading = NetworkFiles.read(path.resolve(NETWORK));
        if (reading instanceof Unreadable unreadable) {
            throw new StoreException(path + ": " + unreadable.message());
        }
        return ((Read) reading).document();
    }

    /**
     * How the run came to be.
     *
     * @throws StoreException when the file is damaged
     */
    public Provenance provenance() throws StoreException {
        Path file = path.resolve(PROVENANCE);
        try {
            return EventLines.readProvenance(Files.readString(file))
                    .orElseThrow(() -> new StoreException(file + " cannot be read. It is damaged."));
        } catch (MalformedInputException e) {
            throw new StoreException(file + " cannot be read. It is damaged.", e);
        } catch (StoreException alreadySaid) {
            throw alreadySaid;
        } catch (IOException e) {
            throw new StoreException(FileTrouble.reading(file, e), e);
        }
    }

    /**
     * Everything that the run said, in order; lines that are cut off or not known are skipped.
     *
     * @throws StoreException when the file cannot be read; that there is none yet is no error
     */
    public List<TrainingEvent> events() throws StoreException {
        Path file = path.resolve(EVENTS);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            // Not Files.lines: a torn multi-byte character must not spoil the lines before it.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> EventLines.read(line).stream())
                    .toList();
        } catch (IOException e) {
            throw new StoreException(FileTrouble.reading(file, e), e);
        }
    }

    /**
     * What is known of the run.
     *
     * @throws StoreException when the events cannot be read
     */
    public RunRecord record() throws StoreException {
        return RunRecord.of(events());
    }

    /**
     * All checkpoints, the furthest last.
     *
     * @throws StoreException when the folder cannot be listed
     */
    public List<CheckpointFile> checkpoints() throws StoreException {
        try (Stream<Path> files = Files.list(path)) {
            return files.flatMap(file -> CheckpointFile.of(file).stream())
                    .sorted(CheckpointFile.BY_PLACE)
                    .toList();
        } catch (IOException e) {
            throw new StoreException(FileTrouble.reading(path, e), e);
        }
    }

    /**
     * The furthest checkpoint that can be read: a damaged one gives way to the one before it.
     *
     * @throws StoreException when there are checkpoints and none can be read
     */
    public Optional<Checkpoint> latestCheckpoint() throws StoreException {
        List<CheckpointFile> files = checkpoints();
        StoreException trouble = null;
        for (int i = files.size() - 1; i >= 0; i--) {
            try {
                return Optional.of(files.get(i).read());
            } catch (StoreException damaged) {
                trouble = damaged;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
        return Optional.empty();
    }

    /**
     * The checkpoint of the measured epoch with the smallest test error, if that is known.
     *
     * @throws StoreException when it cannot be read
     */
    public Optional<Checkpoint> bestCheckpoint() throws StoreException {
        Optional<CheckpointFile> file = bestOf(checkpoints(), record());
        return file.isPresent() ? Optional.of(file.get().read()) : Optional.empty();
    }

    static Optional<CheckpointFile> bestOf(List<CheckpointFile> files, RunRecord record) {
        return record.best()
                .flatMap(best -> files.stream()
                        .filter(file -> file.epochsDone() == best.epoch() && file.batchesDone() == 0)
                        .findFirst());
    }
}
