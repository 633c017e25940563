package org.unfoldlab.datasets.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.unfoldlab.datasets.DatasetException;

/**
 * Fetches the files of a set into its place. Each file grows as {@code NAME.part} beside its place, is compared with its
 * published SHA-256 and renamed in one step; a file of that name is therefore always whole. What was fetched before is
 * continued where it stopped. A wrong file is never deleted: it is renamed to {@code NAME.wrong}.
 *
 * <p>Runs on the caller's thread, which also hears of progress and is asked about cancelling, some five times a second.
 */
public final class Download {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

    private final Transfer transfer;

    /** Over https by the system's proxy settings. */
    public Download() {
        this(
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build(),
                STALL_TIMEOUT);
    }

    Download(HttpClient client, Duration stallTimeout) {
        this.transfer = new Transfer(client, stallTimeout);
    }

    /** Hears how far a download is, and may end it. */
    public interface Progress {
        /** Told of every file in turn: {@code bytes} of {@code total} of it lie on the disk. */
        void at(String file, long bytes, long total);

        /** Asked now and then; what was fetched so far is kept for the next time. */
        default boolean isCancelled() {
            return false;
        }
    }

    /** How it ended, other than by a problem. */
    public enum Outcome {
        /** All files are there and right. */
        COMPLETE,
        CANCELLED
    }

    /**
     * Fetches what is missing or wrong.
     *
     * @param place the folder to put the files in; made if it does not exist
     * @throws DatasetException if the set cannot be downloaded, or no source gave the right file
     */
    public Outcome fetch(CatalogEntry entry, Path place, Progress progress) throws DatasetException {
        if (!entry.isDownloadable()) {
            throw new DatasetException(entry.title() + " needs no download: it is generated.");
        }
        for (KnownFile file : entry.forms().get(0).files()) {
            if (fetch(file, entry.sources(), place, progress) == Outcome.CANCELLED) {
                return Outcome.CANCELLED;
            }
        }
        return Outcome.COMPLETE;
    }

    /**
     * Fetches one file, unless it is there and right.
     *
     * @param sources addresses of folders that hold it, in the order to try
     * @param place the folder to put it in; made if it does not exist
     * @throws DatasetException if no source gave the right file
     */
    public Outcome fetch(KnownFile file, List<URI> sources, Path place, Progress progress) throws DatasetException {
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new DatasetException(
                    "The folder " + place + " cannot be made (" + e.getMessage() + "); choose another place.", e);
        }
        Path target = place.resolve(file.name());
        if (FileCheck.of(file, place).state().isRight()) {
            progress.at(file.name(), file.bytes(), file.bytes());
            return Outcome.COMPLETE;
        }
        if (Files.exists(target)) {
            Aside.move(target);
        }
        DatasetException last = new DatasetException(file.name() + " has no source.");
        for (URI source : sources) {
            try {
                return fetchFrom(source.resolve(file.name()), file, target, progress);
            } catch (DatasetException e) {
                last = e;
            }
        }
        throw last;
    }

    private Outcome fetchFrom(URI address, KnownFile file, Path target, Progress progress) throws DatasetException {
        Path part = target.resolveSibling(file.name() + ".part");
        if (transfer.run(address, part, file, progress) == Outcome.CANCELLED) {
            return Outcome.CANCELLED;
        }
        if (!FileCheck.isPublished(file, part)) {
            Path aside = Aside.move(part, target);
            throw new DatasetException(file.name() + " from " + address
                    + " is not the published file (its " + Sums.kind(file.sum()) + " is not "
                    + file.sum() + "); it was left as " + aside + ": try again later, or put the file at " + target
                    + " yourself.");
        }
        Aside.rename(part, target);
        return Outcome.COMPLETE;
    }
}
