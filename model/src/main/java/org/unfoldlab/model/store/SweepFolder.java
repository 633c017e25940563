package org.unfoldlab.model.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.Sweep;
import org.unfoldlab.model.sweep.SweepQueue;

/*
 * Nothing is written about which run is done: the run folders themselves say so, found by the hash of their experiment.
 * So a sweep survives any end of the program, its folder can be moved, and a sweep that is written anew with more
 * values keeps what it has.
 */
/**
 * A folder that holds one sweep: {@code sweep.json}, what is to be trained, and a run folder for each run begun.
 *
 * @param path where it lies
 */
public record SweepFolder(Path path) {
    static final String PLAN = "sweep.json";
    private static final String LOCK = "sweep.lock";
    /** Present when the user gave the waiting runs up. */
    private static final String GIVEN_UP = "given-up";

    private static final int LONGEST_NAME = 60;

    /** True when a folder holds a sweep, as far as its file names tell. */
    public static boolean isSweep(Path path) {
        return Files.isRegularFile(path.resolve(PLAN));
    }

    /** True for the plan of a sweep that was worked through, not for any other file of that name. */
    public static boolean isOwnPlan(Path file) {
        return file.endsWith(PLAN) && Files.exists(file.resolveSibling(LOCK));
    }

    /**
     * Makes the folder with its plan.
     *
     * @throws StoreException when it cannot be written
     */
    public static SweepFolder create(Path path, Sweep sweep) throws StoreException {
        SweepFolder folder = at(path);
        folder.put(sweep);
        return folder;
    }

    /**
     * The folder, made if it is not there; what it holds stays.
     *
     * @throws StoreException when it cannot be made
     */
    public static SweepFolder at(Path path) throws StoreException {
        if (RunFolder.isRun(path)) {
            throw new StoreException(path + " is the folder of a run. Choose another folder for the sweep.");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new StoreException(FileTrouble.writing(path, e), e);
        }
        return new SweepFolder(path);
    }

    /**
     * Puts this plan in place of the one that it holds, for a process that has hold of it; runs stay, and those given
     * up are wanted again.
     *
     * @throws StoreException when it cannot be written
     */
    public void put(Sweep sweep) throws StoreException {
        setGivenUp(false);
        SweepFiles.write(path.resolve(PLAN), sweep);
    }

    /**
     * The plan.
     *
     * @throws StoreException when its file is missing or damaged
     */
    public Sweep sweep() throws StoreException {
        SweepReading reading = SweepFiles.read(path.resolve(PLAN));
        if (reading instanceof SweepReading.Unreadable unreadable) {
            throw new StoreException(path + ": " + unreadable.message());
        }
        return ((SweepReading.Read) reading).sweep();
    }

    /**
     * The run folders in it by the hash of their experiment; what cannot be read is left out.
     *
     * @throws StoreException when the folder cannot be listed
     */
    public Map<String, Path> runs() throws StoreException {
        Map<String, Path> runs = new HashMap<>();
        for (Path folder : runFolders()) {
            specHash(folder).ifPresent(hash -> runs.put(hash, folder));
        }
        return runs;
    }

    /** What a run's folder says that it trained; empty when it is damaged. */
    private static Optional<String> specHash(Path folder) {
        try {
            return Optional.of(RunFolder.open(folder).provenance().specHash());
        } catch (StoreException damaged) {
            return Optional.empty();
        }
    }

    private List<Path> runFolders() throws StoreException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(RunFolder::isRun).sorted().toList();
        } catch (IOException e) {
            throw new StoreException(FileTrouble.reading(path, e), e);
        }
    }

    /**
     * Where a run stands, by what its folder says. A run that was stopped or cut off waits to be gone on with; one
     * that diverged would do so again.
     */
    public static SweepQueue.State state(RunRecord record) {
        if (record.stopped().isEmpty()) {
            return SweepQueue.State.WAITING;
        }
        StopReason reason = record.stopped().get();
        if (reason instanceof StopReason.Completed) {
            return SweepQueue.State.FINISHED;
        }
        return reason instanceof StopReason.Diverged ? SweepQueue.State.FAILED : SweepQueue.State.WAITING;
    }

    /** A folder for a run that was not begun: named by its settings, and not there yet. */
    public Path fresh(PlannedRun run) {
        String words = run.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        String name = words.substring(0, Math.min(LONGEST_NAME, words.length())).replaceAll("^[-.]+|[-.]+$", "");
        String start = String.format(Locale.ROOT, "%03d-%s", run.number(), name);
        Path folder = path.resolve(start);
        for (int number = 2; Files.exists(folder); number++) {
            folder = path.resolve(start + "-" + number);
        }
        return folder;
    }

    /** True when nobody wants its waiting runs any more. */
    public boolean isGivenUp() {
        return Files.exists(path.resolve(GIVEN_UP));
    }

    /**
     * Gives the waiting runs up, or wants them again.
     *
     * @throws StoreException when the folder cannot be written
     */
    public void setGivenUp(boolean givenUp) throws StoreException {
        Path mark = path.resolve(GIVEN_UP);
        if (givenUp) {
            AtomicFiles.writeText(mark, "");
            return;
        }
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new StoreException(FileTrouble.writing(mark, e), e);
        }
    }

    /**
     * Takes hold of the sweep, so that no other process works through it at the same time; the system lets go of it
     * when this process ends, however that happens.
     *
     * @throws StoreException when another process holds it, or the folder cannot be written
     */
    public AutoCloseable hold() throws StoreException {
        Path file = path.resolve(LOCK);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException heldByThisProcess) {
            closeQuietly(channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StoreException(FileTrouble.writing(file, e), e);
        }
        throw new StoreException(path + " is in use: another Unfold works through this sweep. Wait for it or stop it.");
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The file is empty: there is nothing to lose.
            return;
        }
    }
}
