package org.unfoldlab.app;

/** Starts {@link VerifyGallery}: an application on the class path must not be the main class itself. */
public final class VerifyGalleryLauncher {
    private VerifyGalleryLauncher() {}

    public static void main(String[] args) {
        VerifyGallery.main(args);
    }
}
