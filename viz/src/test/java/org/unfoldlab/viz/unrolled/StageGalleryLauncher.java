package org.unfoldlab.viz.unrolled;

import javafx.application.Application;

/** Starts the gallery from the class path: {@code StageGalleryLauncher FOLDER}. */
public final class StageGalleryLauncher {
    private StageGalleryLauncher() {}

    public static void main(String[] args) {
        Application.launch(StageGallery.class, args);
    }
}
