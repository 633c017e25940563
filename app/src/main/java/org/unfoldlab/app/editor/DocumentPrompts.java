package org.unfoldlab.app.editor;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.unfoldlab.model.store.NetworkReading;

/** What the user is told and asked about files. */
public interface DocumentPrompts {
    /** A network is open now. */
    void opened();

    /** A file cannot be read; what was open stays open. */
    void unreadable(Path file, NetworkReading.Unreadable why);

    /** A file of a newer format is open for reading. */
    void openedReadOnly(int format);

    /** A file could not be written. */
    void notSaved(String sentence);

    /**
     * Another program wrote the open file: keep mine, load theirs, or save mine elsewhere.
     *
     * @param unsavedEdits how many edits the file did not hold before; empty if unknown
     */
    void changedOnDisk(OptionalInt unsavedEdits, Runnable loadTheirs, Runnable saveMineAs);

    /** The open file was moved, renamed or deleted: what is drawn is in no file. */
    void goneFromDisk(Path file, Runnable saveAgain, Runnable saveAs);

    /** The file holds what is drawn; what was said of another version is settled. */
    void agreesWithDisk();

    /** Unsaved edits would be lost: asks; {@code save} and {@code discard} both go on with what was wanted. */
    void unsaved(String title, Runnable save, Runnable discard);
}
