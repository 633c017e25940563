package org.unfoldlab.app.editor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.Edit;
import org.unfoldlab.model.graph.EditHistory;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.graph.StateChannel;

/**
 * The open document. Belongs to the screen's thread; checking, unrolling and counting are done in the background, always
 * for the newest document, and published together as one {@link Drawing}.
 */
public final class DocumentViewModel {
    /** Label of the edit that moves T. */
    public static final String SET_READOUT_TIME = "Set readout time";

    private final Background background;
    private final ReadOnlyObjectWrapper<NetworkDocument> document;
    private final ReadOnlyObjectWrapper<Drawing> drawing;
    private final ReadOnlyObjectWrapper<DocumentOrigin> origin = new ReadOnlyObjectWrapper<>(DocumentOrigin.NEW);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    private final ObjectProperty<Optional<StateChannel>> channel = new SimpleObjectProperty<>(Optional.empty());
    private EditHistory history;
    private Optional<NetworkDocument> saved;
    private boolean computing;
    private boolean stale;

    /** Starts with the blank document. */
    public DocumentViewModel(Background background) {
        this.background = background;
        NetworkDocument blank = BlankDocument.create();
        document = new ReadOnlyObjectWrapper<>(blank);
        drawing = new ReadOnlyObjectWrapper<>(Drawing.of(blank));
        history = EditHistory.startingAt(blank);
        saved = Optional.of(blank);
    }

    public NetworkDocument document() {
        return document.get();
    }

    public ReadOnlyObjectProperty<NetworkDocument> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** What follows from the document; may lag behind it by some milliseconds. */
    public ReadOnlyObjectProperty<Drawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public Drawing drawing() {
        return drawing.get();
    }

    public ReadOnlyObjectProperty<DocumentOrigin> originProperty() {
        return origin.getReadOnlyProperty();
    }

    public DocumentOrigin origin() {
        return origin.get();
    }

    /** What is marked in every view that knows it; survives changes of mode. */
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** The channel that was chosen last: Explore shows its feature map. It survives changes of mode. */
    public ObjectProperty<Optional<StateChannel>> channelProperty() {
        return channel;
    }

    /** True if there is something that no file holds. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** What undo would take back; empty for nothing. */
    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    /** What redo would bring back; empty for nothing. */
    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /** Shows another document; its history starts anew. */
    public void open(NetworkDocument opened, DocumentOrigin from) {
        selection.set(Selection.NONE);
        channel.set(Optional.empty());
        saved = Optional.of(opened);
        follow(EditHistory.startingAt(opened));
        // Last, so that whoever begins anew with another origin finds the document that came with it.
        origin.set(from);
    }

    /** Changes the document by one undoable step. */
    public void edit(String label, NetworkDocument after) {
        follow(history.with(Edit.once(label, document(), after)));
    }

    /** Changes the document; a row of such changes under one label is one step of undo. */
    public void editOnTheMove(String label, NetworkDocument after) {
        follow(history.with(Edit.moving(label, document(), after)));
    }

    /** Does what a view asks for, on the document as it is now. */
    public void edit(ProposedEdit proposed) {
        follow(history.with(proposed.on(document())));
    }

    /** Moves T, kept to 1 and above. */
    public void setReadoutTime(int time) {
        editOnTheMove(SET_READOUT_TIME, StateEdits.readOutAt(document(), time));
    }

    public void undo() {
        follow(history.undo());
    }

    public void redo() {
        follow(history.redo());
    }

    /** The end of a drag: the next change is a step of undo of its own. */
    public void endMove() {
        history = history.closed();
    }

    /**
     * The document as it is now, for a file that is being written in the background.
     *
     * @return tell it the file when it is written; edits made meanwhile stay unsaved
     */
    public Consumer<Path> beginSaving() {
        NetworkDocument written = document();
        endMove();
        return file -> {
            origin.set(DocumentOrigin.ofFile(file, false));
            saved = Optional.of(written);
            follow(history);
        };
    }

    /** What the file holds, or what was there before the first edit; empty if no file holds anything readable. */
    public Optional<NetworkDocument> saved() {
        return saved;
    }

    /** Another program wrote or removed the open file. */
    public void fileHolds(Optional<NetworkDocument> content) {
        saved = content;
        follow(history);
    }

    /** How many steps of undo lead back to what the file holds; empty if none does. */
    public OptionalInt unsavedEdits() {
        return saved.isPresent() ? history.editsSince(saved.get()) : OptionalInt.empty();
    }

    private void follow(EditHistory next) {
        history = next;
        if (!next.document().equals(document())) {
            show(next.document());
        }
        dirty.set(!saved.equals(Optional.of(document())));
        undoLabel.set(next.undoLabel().orElse(""));
        redoLabel.set(next.redoLabel().orElse(""));
    }

    private void show(NetworkDocument next) {
        document.set(next);
        refresh();
    }

    private void refresh() {
        if (computing) {
            stale = true;
            return;
        }
        computing = true;
        NetworkDocument now = document();
        background.run("Checking the drawing", () -> Drawing.of(now), this::computed, e -> {
            computing = false;
            throw new IllegalStateException("checking " + now.title() + " failed", e);
        });
    }

    private void computed(Drawing result) {
        computing = false;
        drawing.set(result);
        if (stale) {
            stale = false;
            refresh();
        } else {
            selection.set(selection.get().within(result.document()));
        }
    }
}
