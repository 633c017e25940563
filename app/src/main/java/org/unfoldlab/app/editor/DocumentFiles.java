package org.unfoldlab.app.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.settings.Settings;
import org.unfoldlab.app.settings.SettingsStore;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;

/** Opens and saves the document. Nothing unsaved is ever dropped without asking. */
public final class DocumentFiles {
    private static final String RESTORE = "Restore unsaved edits";
    private static final String LOAD_THEIRS = "Load their version";

    private final Background background;
    private final DocumentViewModel document;
    private final SettingsStore settings;
    private final FileAsker asker;
    private final DocumentPrompts prompts;
    private final DiskWatch disk;
    private NetworkDocument openedAs;

    public DocumentFiles(
            Background background,
            DocumentViewModel document,
            SettingsStore settings,
            FileAsker asker,
            DocumentPrompts prompts) {
        this.background = background;
        this.document = document;
        this.settings = settings;
        this.asker = asker;
        this.prompts = prompts;
        this.openedAs = document.document();
        this.disk = new DiskWatch(background);
    }

    /** Asks for a file and opens it. */
    public void open() {
        guarded(() -> asker.toOpen().ifPresent(this::read));
    }

    /** Opens a file. */
    public void open(Path file) {
        guarded(() -> read(file));
    }

    /** Begins with an empty board. */
    public void openNew() {
        guarded(() -> show(BlankDocument.create(), DocumentOrigin.NEW));
    }

    /**
     * Opens unsaved edits that a program which ended badly left behind. They are unsaved still; undo leads back to the
     * file.
     *
     * @param then done when they are open
     */
    public void restore(Draft draft, Runnable then) {
        guarded(() -> background.run("Opening " + draft.file(), () -> before(draft), opened -> {
            show(opened.document(), opened.from());
            document.edit(RESTORE, draft.document());
            then.run();
        }));
    }

    private record Before(NetworkDocument document, DocumentOrigin from) {}

    /** What the edits were made on: the file as it is now, or an empty board. */
    private static Before before(Draft draft) {
        return draft.file()
                .flatMap(file -> NetworkFiles.read(file) instanceof NetworkReading.Read read && !read.readOnly()
                        ? Optional.of(new Before(read.document(), DocumentOrigin.ofFile(file, false)))
                        : Optional.empty())
                .orElseGet(() -> new Before(BlankDocument.create(), DocumentOrigin.NEW));
    }

    /** Opens a network that comes with the program. */
    public void openPreset(String name, NetworkDocument preset) {
        openPreset(name, preset, () -> {});
    }

    /** @param then done when it is open, which it is not if unsaved edits are to be kept */
    public void openPreset(String name, NetworkDocument preset, Runnable then) {
        guarded(() -> {
            show(preset, DocumentOrigin.ofPreset(name));
            then.run();
        });
    }

    /** Writes the document to its file, or asks for one. */
    public void save() {
        save(() -> {});
    }

    /** Asks for a file and writes the document to it. */
    public void saveAs() {
        saveAs(() -> {});
    }

    /** Looks whether another program changed the open file; called now and then. */
    public void checkDisk() {
        document.origin()
                .file()
                .ifPresent(file -> disk.look(
                        () -> background.run(
                                "Comparing with " + file,
                                () -> NetworkFiles.read(file),
                                reading -> changedOnDisk(file, reading)),
                        () -> goneFromDisk(file)));
    }

    /** What is drawn is in no file from now on, whatever the user answers: closing asks for it. */
    private void changedOnDisk(Path file, NetworkReading reading) {
        if (!document.origin().file().equals(Optional.of(file))) {
            return;
        }
        Optional<NetworkDocument> theirs =
                reading instanceof NetworkReading.Read read ? Optional.of(read.document()) : Optional.empty();
        if (theirs.isPresent() && theirs.equals(document.saved())) {
            return;
        }
        OptionalInt edits = document.unsavedEdits();
        document.fileHolds(theirs);
        if (document.dirtyProperty().get()) {
            prompts.changedOnDisk(edits, () -> loadTheirs(file), this::saveAs);
        } else {
            prompts.agreesWithDisk();
        }
    }

    private void goneFromDisk(Path file) {
        document.fileHolds(Optional.empty());
        prompts.goneFromDisk(file, this::save, this::saveAs);
    }

    /** Takes the other version as a step of undo, so that what was drawn comes back with it. */
    private void loadTheirs(Path file) {
        background.run("Opening " + file, () -> NetworkFiles.read(file), reading -> {
            if (reading instanceof NetworkReading.Read read && !read.readOnly()) {
                document.edit(LOAD_THEIRS, read.document());
                document.fileHolds(Optional.of(read.document()));
                prompts.agreesWithDisk();
            } else {
                take(file, reading);
            }
        });
    }

    /** Does something that drops the open document, after asking about unsaved edits. */
    public void guarded(Runnable next) {
        if (hasSomethingToLose()) {
            prompts.unsaved(document.document().title(), () -> save(next), next);
        } else {
            next.run();
        }
    }

    /** Moving T of a preset is looking, not editing. */
    private boolean hasSomethingToLose() {
        NetworkDocument now = document.document();
        boolean looking = document.origin().file().isEmpty()
                && now.edit().readout(openedAs.readout()).build().equals(openedAs);
        return document.dirtyProperty().get() && !looking && !document.origin().readOnly();
    }

    private void save(Runnable then) {
        Optional<Path> file = document.origin().file();
        if (file.isPresent() && !document.origin().readOnly()) {
            write(file.get(), then);
        } else {
            saveAs(then);
        }
    }

    private void saveAs(Runnable then) {
        asker.toSave(fileName(document.document().title())).ifPresent(file -> write(withSuffix(file), then));
    }

    private void write(Path file, Runnable then) {
        NetworkDocument now = inOurFormat(document.document());
        var saved = document.beginSaving();
        background.run(
                "Saving " + file,
                () -> {
                    NetworkFiles.write(file, now);
                    return file;
                },
                written -> {
                    if (document.origin().readOnly()) {
                        show(now, DocumentOrigin.ofFile(written, false));
                    } else {
                        saved.accept(written);
                    }
                    disk.follow(Optional.of(written));
                    prompts.agreesWithDisk();
                    remember(written, now);
                    then.run();
                },
                e -> prompts.notSaved(String.valueOf(e.getMessage())));
    }

    private void read(Path file) {
        background.run("Opening " + file, () -> NetworkFiles.read(file), reading -> take(file, reading));
    }

    private void take(Path file, NetworkReading reading) {
        if (reading instanceof NetworkReading.Read read) {
            show(read.document(), DocumentOrigin.ofFile(file, read.readOnly()));
            remember(file, read.document());
            if (read.readOnly()) {
                prompts.openedReadOnly(read.document().format());
            }
        } else if (reading instanceof NetworkReading.Unreadable unreadable) {
            if (!Files.exists(file)) {
                settings.change(now -> now.withoutRecent(file.toAbsolutePath().toString()));
            }
            prompts.unreadable(file, unreadable);
        }
    }

    private void show(NetworkDocument opened, DocumentOrigin from) {
        openedAs = opened;
        document.open(opened, from);
        disk.follow(from.file());
        prompts.opened();
    }

    private void remember(Path file, NetworkDocument network) {
        String path = file.toAbsolutePath().toString();
        settings.change(now -> now.withRecent(new Settings.Recent(path, network.title(), Instant.now())));
    }

    private static NetworkDocument inOurFormat(NetworkDocument network) {
        return network.format() == NetworkDocument.CURRENT_FORMAT
                ? network
                : network.edit().format(NetworkDocument.CURRENT_FORMAT).build();
    }

    private static Path withSuffix(Path file) {
        return SavePlace.completed(file, List.of(NetworkFiles.SUFFIX));
    }

    private static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "network" : plain) + NetworkFiles.SUFFIX;
    }
}
