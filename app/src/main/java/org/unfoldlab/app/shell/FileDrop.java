package org.unfoldlab.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
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
            if (isTaken(event.getDragboard().getFiles())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            event.setDropCompleted(take(event.getDragboard().getFiles(), open, openFolder));
            event.consume();
        });
    }

    /** True if there is something among the things dropped that can be opened. */
    static boolean isTaken(List<File> dropped) {
        return networkIn(dropped).isPresent() || folderIn(dropped).isPresent();
    }

    /** Opens what can be opened; false if that is nothing. */
    static boolean take(List<File> dropped, Consumer<Path> open, Consumer<Path> openFolder) {
        Optional<Path> file = networkIn(dropped);
        Optional<Path> folder = file.isPresent() ? Optional.empty() : folderIn(dropped);
        file.ifPresent(open);
        folder.ifPresent(openFolder);
        return file.isPresent() || folder.isPresent();
    }

    private static Optional<Path> folderIn(List<File> dropped) {
        return dropped.stream().filter(File::isDirectory).map(File::toPath).findFirst();
    }

    private static Optional<Path> networkIn(List<File> dropped) {
        return dropped.stream()
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(NetworkFiles.SUFFIX))
                .findFirst();
    }
}
