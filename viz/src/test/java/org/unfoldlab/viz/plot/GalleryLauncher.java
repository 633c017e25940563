package org.unfoldlab.viz.plot;

import javafx.application.Application;

/** Starts the gallery from the class path: {@code GalleryLauncher FOLDER}. */
public final class GalleryLauncher {
    private GalleryLauncher() {}

    public static void main(String[] args) {
        Application.launch(Gallery.class, args);
    }
}
