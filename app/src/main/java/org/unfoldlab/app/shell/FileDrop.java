package org.unfoldlab.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.unfoldlab.model.store.NetworkFiles;

/** Network files dropped on the window. */
public final class FileDrop {
    private FileDrop() {}

    /** Hands the first network file that is dropped on the scene over. */
    public static void install(Scene scene, Consumer<Path> open) {
        scene.setOnDragOver(event -> {
            if (networkIn(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> file = networkIn(event);
            file.ifPresent(open);
            event.setDropCompleted(file.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> networkIn(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(NetworkFiles.SUFFIX))
                .findFirst();
    }
}
