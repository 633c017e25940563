package org.unfoldlab.datasets.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.DatasetException;

/** Brings one file over the net into a {@code .part} file, from where an earlier attempt stopped. */
final class Transfer {
    private static final Duration POLL = Duration.ofMillis(200);

    private final HttpClient client;
    private final Duration stallTimeout;

    Transfer(HttpClient client, Duration stallTimeout) {
        this.client = client;
        this.stallTimeout = stallTimeout;
    }

    /** Completes {@code part}; its content is not yet compared with any sum. */
    Download.Outcome run(URI address, Path part, KnownFile file, Download.Progress progress) throws DatasetException {
        requireSecure(address);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!lock(channel)) {
                throw new DatasetException(
                        file.name() + " is already being downloaded by another Unfold; wait until it is done.");
            }
            if (channel.size() > file.bytes()) {
                channel.truncate(0);
            }
            requireSpace(part, file.bytes() - channel.size());
            Download.Outcome outcome = channel.size() == file.bytes()
                    ? Download.Outcome.COMPLETE
                    : receive(address, channel, file, progress);
            channel.force(true);
            return outcome;
        } catch (IOException e) {
            throw new DatasetException(
                    part + " could not be written (" + e.getMessage()
                            + "); make room or choose another place, then start the download again.",
                    e);
        }
    }

    /** https, or plain http from this very machine (for tests). */
    private static void requireSecure(URI address) throws DatasetException {
        boolean secure = "https".equals(address.getScheme());
        if (!secure && !("http".equals(address.getScheme()) && isLoopback(address.getHost()))) {
            throw new DatasetException(address + " is not fetched: only https is allowed.");
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void requireSpace(Path part, long needed) throws IOException, DatasetException {
        long free = Files.getFileStore(part).getUsableSpace();
        if (free < needed) {
            throw new DatasetException("There are " + (free >> 20) + " MiB free for " + part + ", and " + (needed >> 20)
                    + " MiB are needed; make room or choose another place.");
        }
    }

    private Download.Outcome receive(URI address, FileChannel channel, KnownFile file, Download.Progress progress)
            throws IOException, DatasetException {
        long have = channel.size();
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        CompletableFuture<HttpResponse<Void>> response =
                client.sendAsync(request.build(), info -> PartWriter.forAnswer(info, channel, have));
        Download.Outcome outcome = await(response, channel, address, file, progress);
        if (outcome == Download.Outcome.COMPLETE) {
            requireWhole(address, channel, file);
        }
        return outcome;
    }

    private Download.Outcome await(
            CompletableFuture<HttpResponse<Void>> response,
            FileChannel channel,
            URI address,
            KnownFile file,
            Download.Progress progress)
            throws IOException, DatasetException {
        long grewAt = System.nanoTime();
        long size = channel.size();
        while (true) {
            try {
                requireAccepted(address, response.get(POLL.toMillis(), TimeUnit.MILLISECONDS));
                progress.at(file.name(), channel.size(), file.bytes());
                return Download.Outcome.COMPLETE;
            } catch (TimeoutException running) {
                long now = System.nanoTime();
                grewAt = channel.size() == size ? grewAt : now;
                size = channel.size();
                progress.at(file.name(), size, file.bytes());
                if (progress.isCancelled()) {
                    response.cancel(true);
                    return Download.Outcome.CANCELLED;
                }
                if (now - grewAt > stallTimeout.toNanos()) {
                    response.cancel(true);
                    throw broken(
                            address, channel, file, "nothing came for " + stallTimeout.toSeconds() + " s", running);
                }
            } catch (InterruptedException e) {
                response.cancel(true);
                Thread.currentThread().interrupt();
                return Download.Outcome.CANCELLED;
            } catch (ExecutionException e) {
                throw broken(address, channel, file, reason(e.getCause()), e);
            }
        }
    }

    private static void requireAccepted(URI address, HttpResponse<Void> response) throws DatasetException {
        int status = response.statusCode();
        if (status != 200 && status != 206) {
            throw new DatasetException(address + " cannot be fetched: the server answered " + status
                    + "; try again later, or fetch the file by other means.");
        }
    }

    private static void requireWhole(URI address, FileChannel channel, KnownFile file)
            throws IOException, DatasetException {
        if (channel.size() < file.bytes()) {
            throw broken(address, channel, file, "the server sent too little", null);
        }
    }

    private static DatasetException broken(
            URI address, FileChannel channel, KnownFile file, String why, @Nullable Throwable cause)
            throws IOException {
        return new DatasetException(
                "The download of " + address + " stopped after " + channel.size() + " of " + file.bytes() + " bytes ("
                        + why + "); check the connection and start it again, it goes on from there.",
                cause);
    }

    private static String reason(@Nullable Throwable cause) {
        Throwable root = cause instanceof UncheckedIOException && cause.getCause() != null ? cause.getCause() : cause;
        if (root == null) {
            return "unknown reason";
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
