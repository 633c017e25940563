package org.unfoldlab.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.app.editor.SavePlace;
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
        return save(fileDialog("Save the network"), suggestedName, List.of(NetworkFiles.SUFFIX));
    }

    private Optional<Path> save(FileChooser dialog, String suggestedName, List<String> suffixes) {
        dialog.setInitialFileName(suggestedName);
        return SavePlace.ask(
                taken -> {
                    taken.ifPresent(file -> {
                        dialog.setTitle(file.getFileName() + " exists already");
                        dialog.setInitialFileName(String.valueOf(file.getFileName()));
                        lastFolder.ifPresent(dialog::setInitialDirectory);
                    });
                    return chosen(Optional.ofNullable(dialog.showSaveDialog(owner)));
                },
                suffixes);
    }

    @Override
    public Optional<Path> toExport(String title, String suggestedName, String kind, String suffix) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + suffix));
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        return save(dialog, suggestedName, List.of("." + suffix));
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
        dialog.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("PDF", "*.pdf"),
                        new FileChooser.ExtensionFilter("Plain text", "*.txt"));
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        return save(dialog, suggestedName, List.of(".pdf", ".txt"));
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
