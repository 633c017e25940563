package org.unfoldlab.app.editor;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/** What the header says of the document. */
public final class DocumentWords {
    private DocumentWords() {}

    /** Its title. */
    public static StringBinding title(DocumentViewModel document) {
        return Bindings.createStringBinding(
                () -> {
                    String title = document.document().title();
                    return title.isBlank() ? document.origin().name() : title;
                },
                document.documentProperty(),
                document.originProperty());
    }

    /** Whether a file holds it. */
    public static StringBinding saveState(DocumentViewModel document) {
        return Bindings.createStringBinding(
                () -> saveState(document.origin(), document.dirtyProperty().get()),
                document.originProperty(),
                document.dirtyProperty());
    }

    private static String saveState(DocumentOrigin origin, boolean dirty) {
        if (origin.readOnly()) {
            return "Open for reading only";
        }
        if (dirty) {
            return "Edited · not saved";
        }
        return origin.file().isPresent() ? "Saved" : "Not saved in a file";
    }
}
