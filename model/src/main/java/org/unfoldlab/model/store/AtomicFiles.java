package org.unfoldlab.model.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole files so that a reader sees the old content or the new, never a part: into a temporary file beside the
 * target, synced to the disk, then renamed over it. Whatever goes wrong, the old file stays as it was.
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Produces a file's content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to a buffered stream; closing it is not the writer's business. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces or creates a text file in UTF-8.
     *
     * @throws StoreException with a sentence for the user; the old file is then untouched
     */
    public static void writeText(Path file, String text) throws StoreException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Replaces or creates a file. A symbolic link stays one: the file that it points to is replaced.
     *
     * @throws StoreException with a sentence for the user; the old file is then untouched
     */
    public static void write(Path file, Content content) throws StoreException {
        try {
            replace(target(file), content);
        } catch (StoreException alreadySaid) {
            throw alreadySaid;
        } catch (UncheckedIOException e) {
            throw new StoreException(FileTrouble.writing(file, Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw new StoreException(FileTrouble.writing(file, e), e);
        }
    }

    private static Path target(Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString());
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        return target;
    }

    private static void replace(Path target, Content content) throws IOException {
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            fill(temporary, content);
            keepPermissions(target, temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(target.getParent());
    }

    private static void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target)) {
            Set<PosixFilePermission> permissions = old.readAttributes().permissions();
            Files.setPosixFilePermissions(temporary, permissions);
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network drives cannot; replacing is then still one system call away from it.
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the rename itself durable; Windows neither needs nor allows opening a folder. */
    private static void syncFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }
}
