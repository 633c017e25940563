package org.unfoldlab.app.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.unfoldlab.datasets.catalog.Catalog;
import org.unfoldlab.datasets.catalog.CatalogEntry;
import org.unfoldlab.datasets.catalog.CatalogEntry.Presence;
import org.unfoldlab.model.graph.DataChoice;

/** Whether the data of a network can be had before anything is started. */
public final class DataPresence {
    private DataPresence() {}

    /**
     * Why training cannot start; absent if nothing speaks against it. Looks at names only, so it is quick, but it asks
     * the disk: never on the screen's thread.
     */
    public static Optional<String> missing(DataChoice data, Path dataHome) {
        Optional<CatalogEntry> entry = Catalog.entries().stream()
                .filter(known -> known.name().equals(data.set()))
                .findFirst();
        if (entry.isEmpty()) {
            return data.path()
                    .map(Path::of)
                    .filter(place -> !Files.exists(place))
                    .map(place -> place + " is not there");
        }
        Path place = data.path().map(Path::of).orElseGet(() -> entry.get().place(dataHome));
        boolean absent = entry.get().presence(place) == Presence.ABSENT;
        return absent ? Optional.of(entry.get().title() + " is not on this computer") : Optional.empty();
    }
}
