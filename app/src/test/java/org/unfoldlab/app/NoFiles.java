package org.unfoldlab.app;

import java.nio.file.Path;
import java.util.Optional;
import org.unfoldlab.app.editor.FileAsker;

/** A user who thinks better of every file that is asked for. */
public class NoFiles implements FileAsker {
    @Override
    public Optional<Path> toOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(String suggestedName) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toExport(String title, String suggestedName, String kind, String suffix) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toKeepPage(String title, String suggestedName) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.empty();
    }
}
