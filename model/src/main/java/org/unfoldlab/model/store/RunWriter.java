package org.unfoldlab.model.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;

/**
 * The only one who writes to a run folder: it holds the folder's lock, which the system lets go of when the process
 * ends, however that happens. Not thread-safe.
 */
public final class RunWriter implements AutoCloseable {
    /** Besides the best one: the newest, and one before it in case the newest turns out damaged. */
    private static final int CHECKPOINTS_KEPT = 2;

    private final RunFolder folder;
    private final FileChannel lock;
    private final FileChannel events;
    private final BatchThinning thinning = new BatchThinning();
    private RunRecord record;

    private RunWriter(RunFolder folder, FileChannel lock, FileChannel events, RunRecord record) {
        this.folder = folder;
        this.lock = lock;
        this.events = events;
        this.record = record;
    }

    /**
     * Makes a run folder and takes hold of it; missing parent folders are made too.
     *
     * @throws StoreException when it cannot be written, or holds a run or anything else already
     */
    public static RunWriter create(Path path, NetworkDocument network, Provenance provenance) throws StoreException {
        prepare(path);
        FileChannel lock = lock(path);
        try {
            NetworkFiles.write(path.resolve(RunFolder.NETWORK), network);
            AtomicFiles.writeText(path.resolve(RunFolder.PROVENANCE), EventLines.write(provenance));
            return new RunWriter(new RunFolder(path), lock, events(path), RunRecord.EMPTY);
        } catch (StoreException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    /**
     * Takes hold of a run folder that exists, to go on with its run.
     *
     * @throws StoreException when it is no run folder, another process trains in it, or it cannot be written
     */
    public static RunWriter resume(Path path) throws StoreException {
        RunFolder folder = RunFolder.open(path);
        FileChannel lock = lock(path);
        try {
            RunRecord record = folder.record();
            return new RunWriter(folder, lock, events(path), record);
        } catch (StoreException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    private static void prepare(Path path) throws StoreException {
        if (RunFolder.isRun(path)) {
            throw new StoreException(
                    path + " already holds a run. Choose another folder, or go on with that run by --resume.");
        }
        try {
            Files.createDirectories(path);
            try (var files = Files.list(path)) {
                if (files.anyMatch(file -> !file.getFileName().toString().equals(RunFolder.LOCK))) {
                    throw new StoreException(path + " is not empty. Choose a new folder for the run.");
                }
            }
        } catch (StoreException alreadySaid) {
            throw alreadySaid;
        } catch (IOException e) {
            throw new StoreException(FileTrouble.writing(path, e), e);
        }
    }

    private static FileChannel lock(Path path) throws StoreException {
        Path file = path.resolve(RunFolder.LOCK);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            closeQuietly(channel);
            throw busy(path);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StoreException(FileTrouble.writing(file, e), e);
        }
        closeQuietly(channel);
        throw busy(path);
    }

    private static StoreException busy(Path path) {
        return new StoreException(path + " is in use: another training writes to it. Wait for it or stop it first.");
    }

    private static FileChannel events(Path path) throws StoreException {
        Path file = path.resolve(RunFolder.EVENTS);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            long whole = wholeLines(channel);
            channel.truncate(whole);
            channel.position(whole);
            return channel;
        } catch (IOException e) {
            throw new StoreException(FileTrouble.writing(file, e), e);
        }
    }

    /** Bytes up to and including the last line end: what follows was cut off by a crash. */
    private static long wholeLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    public RunFolder folder() {
        return folder;
    }

    /** All that was appended, folded. */
    public RunRecord record() {
        return record;
    }

    /**
     * Appends an event. It has left this process when the method returns, so that a crash does not lose it. Of many
     * batches only those that plots need are kept (see {@link BatchThinning}).
     *
     * @throws StoreException when it cannot be written
     */
    public void append(TrainingEvent event) throws StoreException {
        record = record.with(event);
        if (event instanceof TrainingEvent.BatchDone && !thinning.keepsNext()) {
            return;
        }
        ByteBuffer line = ByteBuffer.wrap((EventLines.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                events.write(line);
            }
        } catch (IOException e) {
            throw new StoreException(FileTrouble.writing(folder.path().resolve(RunFolder.EVENTS), e), e);
        }
    }

    /**
     * Writes a checkpoint and deletes older ones, except the best by test error and one in reserve.
     *
     * @return the file's name
     * @throws StoreException when it cannot be written; older checkpoints are then untouched
     */
    public String checkpoint(Checkpoint checkpoint) throws StoreException {
        CheckpointFile file = CheckpointFile.in(folder.path(), checkpoint.progress());
        Npz.write(file.path(), checkpoint.arrays());
        deleteOld();
        return file.name();
    }

    private void deleteOld() throws StoreException {
        List<CheckpointFile> files = folder.checkpoints();
        Set<CheckpointFile> kept =
                new HashSet<>(files.subList(Math.max(0, files.size() - CHECKPOINTS_KEPT), files.size()));
        RunFolder.bestOf(files, record).ifPresent(kept::add);
        for (CheckpointFile file : files) {
            if (!kept.contains(file)) {
                try {
                    Files.deleteIfExists(file.path());
                } catch (IOException e) {
                    throw new StoreException(FileTrouble.writing(file.path(), e), e);
                }
            }
        }
    }

    /**
     * Writes an array file into the folder.
     *
     * @param name without folder
     * @throws StoreException when it cannot be written
     */
    public void arrays(String name, Map<String, HostArray> arrays) throws StoreException {
        Npz.write(folder.path().resolve(name), arrays);
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        closeQuietly(events);
        closeQuietly(lock);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // Every line was handed to the system when it was appended: there is nothing left to lose.
            return;
        }
    }
}
