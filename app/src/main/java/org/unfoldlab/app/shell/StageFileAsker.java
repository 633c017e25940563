package org.unfoldlab.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.model.store.NetworkFiles;

/** The system's own file dialogs; each begins in the folder where the last one ended. */
public final class StageFileAsker implements FileAsker {
    private final Stage owner;
    private Optional<File> lastFolder = Optional.empty();

    public StageFileAsker(Stage owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toOpen() {
        FileChooser dialog = fileDialog("Open a network");
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*.*"));
        return chosen(Optional.ofNullable(dialog.showOpenDialog(owner)));
    }

    @Override
    public Optional<Path> toSave(String suggestedName) {
        FileChooser dialog = fileDialog("Save the network");
        dialog.setInitialFileName(suggestedName);
        return chosen(Optional.ofNullable(dialog.showSaveDialog(owner)));
    }

    @Override
    public Optional<Path> toExport(String title, String suggestedName, String kind, String suffix) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + suffix));
        dialog.setInitialFileName(suggestedName);
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        return chosen(Optional.ofNullable(dialog.showSaveDialog(owner)));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser dialog = new DirectoryChooser();
        dialog.setTitle(title);
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        return Optional.ofNullable(dialog.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> toKeepPage(String title, String suggestedName) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        dialog.setInitialFileName(suggestedName);
        dialog.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("PDF", "*.pdf"),
                        new FileChooser.ExtensionFilter("Plain text", "*.txt"));
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        return chosen(Optional.ofNullable(dialog.showSaveDialog(owner)));
    }

    @Override
    public Optional<Path> image() {
        FileChooser dialog = new FileChooser();
        dialog.setTitle("Open an image");
        dialog.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Images", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"));
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        return chosen(Optional.ofNullable(dialog.showOpenDialog(owner)));
    }

    private FileChooser fileDialog(String title) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter("Unfold networks", "*" + NetworkFiles.SUFFIX));
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        return dialog;
    }

    private Optional<Path> chosen(Optional<File> file) {
        file.map(File::getParentFile).ifPresent(folder -> lastFolder = Optional.of(folder));
        return file.map(File::toPath);
    }
}
