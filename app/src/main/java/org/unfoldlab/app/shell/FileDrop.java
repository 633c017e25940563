package org.unfoldlab.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.unfoldlab.model.store.NetworkFiles;

/** Network files and run folders dropped on the window. */
public final class FileDrop {
    private FileDrop() {}

    /**
     * Hands over what is dropped on the scene.
     *
     * @param open receives the first network file
     * @param openFolder receives the first folder, if no network file was among the things dropped
     */
    public static void install(Scene scene, Consumer<Path> open, Consumer<Path> openFolder) {
        scene.setOnDragOver(event -> {
            if (networkIn(event).isPresent() || folderIn(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> file = networkIn(event);
            Optional<Path> folder = file.isPresent() ? Optional.empty() : folderIn(event);
            file.ifPresent(open);
            folder.ifPresent(openFolder);
            event.setDropCompleted(file.isPresent() || folder.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> folderIn(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(File::isDirectory)
                .map(File::toPath)
                .findFirst();
    }

    private static Optional<Path> networkIn(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(NetworkFiles.SUFFIX))
                .findFirst();
    }
}
