package org.unfoldlab.app.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.HostServices;

/** Shows a file or folder with the system's own program. */
public final class DesktopOpener implements Consumer<Path> {
    private final HostServices services;

    public DesktopOpener(HostServices services) {
        this.services = services;
    }

    @Override
    public void accept(Path path) {
        services.showDocument(path.toUri().toString());
    }
}
