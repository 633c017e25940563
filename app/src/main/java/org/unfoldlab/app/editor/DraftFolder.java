package org.unfoldlab.app.editor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.AtomicFiles;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;

/** The drafts on the disk: {@code ID.unfold}, {@code ID.origin} with the path of the file, {@code ID.lock}. */
final class DraftFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DraftFolder.class);
    private static final String ORIGIN = ".origin";
    private static final String LOCK = ".lock";

    private final Path home;
    private final String id = System.currentTimeMillis() + "-"
            + ProcessHandle.current().pid() + "-" + Integer.toHexString(System.identityHashCode(this));
    private @Nullable FileChannel channel;

    DraftFolder(Path home) {
        this.home = home;
    }

    /** Writes the draft of this program in place of the one before. */
    synchronized void write(NetworkDocument document, Optional<Path> file) throws IOException {
        Files.createDirectories(home);
        hold();
        String path = file.map(where -> where.toAbsolutePath().toString()).orElse("");
        AtomicFiles.writeText(home.resolve(id + ORIGIN), path);
        NetworkFiles.write(own(), document);
    }

    private Path own() {
        return home.resolve(id + NetworkFiles.SUFFIX);
    }

    private void hold() throws IOException {
        if (channel == null) {
            FileChannel opened =
                    FileChannel.open(home.resolve(id + LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = opened.tryLock();
            if (lock == null) {
                throw new IOException("The lock of the draft " + id + " is held by another program");
            }
            channel = opened;
        }
    }

    /** Takes the draft of this program away, if there is one. */
    synchronized void delete() throws IOException {
        Files.deleteIfExists(own());
        Files.deleteIfExists(home.resolve(id + ORIGIN));
    }

    /** Ends: neither draft nor lock are left. */
    synchronized void close() {
        try {
            delete();
            letGo();
            Files.deleteIfExists(home.resolve(id + LOCK));
        } catch (IOException e) {
            LOG.warn("The draft {} could not be removed", id, e);
        }
    }

    /** Leaves the draft behind, as a crash does. */
    synchronized void letGo() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** Drafts of programs that live no more, the oldest first; those that cannot be read stay where they are. */
    List<Draft> left() throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(home)) {
            files = all.filter(file -> file.toString().endsWith(NetworkFiles.SUFFIX) && !file.equals(own()))
                    .toList();
        }
        List<Draft> found = new ArrayList<>();
        for (Path file : files) {
            if (!isHeld(beside(file, LOCK))) {
                read(file).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Draft::at));
        return found;
    }

    private static Path beside(Path draft, String suffix) {
        String name = String.valueOf(draft.getFileName());
        return draft.resolveSibling(name.substring(0, name.length() - NetworkFiles.SUFFIX.length()) + suffix);
    }

    /** True if a living program holds the lock. */
    private static boolean isHeld(Path lock) {
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = other.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            LOG.info("The lock {} cannot be looked at", lock, e);
            return true;
        }
    }

    private static Optional<Draft> read(Path file) throws IOException {
        if (NetworkFiles.read(file) instanceof NetworkReading.Read read) {
            Path origin = beside(file, ORIGIN);
            String path = Files.exists(origin) ? Files.readString(origin).strip() : "";
            return Optional.of(new Draft(
                    file,
                    read.document(),
                    path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path)),
                    Files.getLastModifiedTime(file).toInstant()));
        }
        LOG.warn("The draft {} cannot be read", file);
        return Optional.empty();
    }

    /** Takes a draft of another program away. */
    void remove(Draft draft) throws IOException {
        Files.deleteIfExists(draft.draft());
        Files.deleteIfExists(beside(draft.draft(), ORIGIN));
        Files.deleteIfExists(beside(draft.draft(), LOCK));
    }

    @Override
    public String toString() {
        return home.toString();
    }
}
