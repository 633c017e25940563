package org.unfoldlab.app.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;

/*
 * A draft lies in a folder of the program, beside a file that the living program holds locked. The system lets go of
 * the lock however the program ends, so a draft whose lock can be taken was left by a program that ended badly.
 */
/**
 * Keeps a copy of unsaved edits on the disk, so that they survive a crash. Belongs to the screen's thread; asks the
 * disk in the background, one request after another.
 */
public final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final Background background;
    private final DocumentViewModel document;
    private final DraftFolder folder;
    private Optional<NetworkDocument> kept = Optional.empty();
    private Optional<Draft> superseded = Optional.empty();
    private boolean busy;
    private boolean closed;

    /** @param home the folder that drafts lie in; made when the first one is written */
    public Drafts(Background background, DocumentViewModel document, Path home) {
        this.background = background;
        this.document = document;
        this.folder = new DraftFolder(home);
    }

    /** Brings the disk up to date: a draft while there are unsaved edits, none otherwise. Called now and then. */
    public void keep() {
        Optional<NetworkDocument> wanted =
                document.dirtyProperty().get() ? Optional.of(document.document()) : Optional.empty();
        Optional<Draft> old = superseded;
        if (busy || closed || wanted.equals(kept) && old.isEmpty()) {
            return;
        }
        busy = true;
        superseded = Optional.empty();
        Optional<Path> file = document.origin().file();
        background.run(
                "Keeping unsaved edits",
                () -> {
                    if (wanted.isPresent()) {
                        folder.write(wanted.get(), file);
                    } else {
                        folder.delete();
                    }
                    if (old.isPresent()) {
                        folder.remove(old.get());
                    }
                    return wanted;
                },
                now -> {
                    busy = false;
                    kept = now;
                },
                e -> {
                    busy = false;
                    LOG.warn("Unsaved edits could not be kept in {}", folder, e);
                });
    }

    /** The newest of what programs that ended badly left behind; older ones are found at later starts. */
    public void findLeft(Consumer<Draft> found) {
        background.run(
                "Looking for unsaved edits",
                folder::left,
                left -> {
                    if (!left.isEmpty()) {
                        found.accept(left.get(left.size() - 1));
                    }
                },
                e -> {});
    }

    /** The draft's edits are open again: it goes as soon as this program has kept them itself. */
    public void supersede(Draft draft) {
        superseded = Optional.of(draft);
        keep();
    }

    /** Takes a draft away for good. */
    public void discard(Draft draft) {
        background.run(
                "Removing a draft",
                () -> {
                    folder.remove(draft);
                    return draft;
                },
                gone -> {},
                e -> {});
    }

    /** The program ends as it should: nothing is left behind. */
    public void close() {
        closed = true;
        folder.close();
    }
}
