package org.unfoldlab.app.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.unfoldlab.app.Background;

/**
 * Notices that another program wrote or removed the open file. Looks now and then at its time and size; asks the disk
 * in the background, and tells once for each change. Belongs to the screen's thread.
 */
final class DiskWatch {
    private final Background background;
    private Optional<Path> file = Optional.empty();
    private Optional<Stamp> known = Optional.empty();
    private boolean watching;
    private boolean looking;

    DiskWatch(Background background) {
        this.background = background;
    }

    private record Stamp(FileTime time, long bytes) {
        /** Absent if there is no such file. */
        static Optional<Stamp> of(Path file) {
            try {
                return Optional.of(new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** Takes the file as it is now as known; nothing is watched without one. */
    void follow(Optional<Path> next) {
        file = next;
        known = Optional.empty();
        watching = false;
        next.ifPresent(path -> background.run("Looking at " + path, () -> Stamp.of(path), stamp -> {
            if (file.equals(Optional.of(path))) {
                known = stamp;
                watching = true;
            }
        }));
    }

    /**
     * Looks.
     *
     * @param changed told if the file is there and another than before
     * @param gone told if it was there and is not any more
     */
    void look(Runnable changed, Runnable gone) {
        if (file.isEmpty() || !watching || looking) {
            return;
        }
        Path path = file.get();
        looking = true;
        background.run("Looking at " + path, () -> Stamp.of(path), stamp -> {
            looking = false;
            if (file.equals(Optional.of(path)) && !stamp.equals(known)) {
                known = stamp;
                (stamp.isPresent() ? changed : gone).run();
            }
        });
    }
}
