package org.unfoldlab.datasets.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.datasets.DatasetException;

/** Asks a repository for a file's size, and for its sum, which lies beside it as {@code NAME.sha1}. */
public final class PublishedFile {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient client;

    public PublishedFile() {
        client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * What is known of the file at an address; empty when there is none.
     *
     * @throws DatasetException when the repository does not answer, or not as it should
     */
    public Optional<KnownFile> ask(URI address) throws DatasetException {
        try {
            HttpResponse<Void> head = client.send(
                    request(address)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (head.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            long bytes = head.headers().firstValueAsLong("Content-Length").orElse(-1);
            HttpResponse<String> sum = client.send(
                    request(URI.create(address + ".sha1")).GET().build(), HttpResponse.BodyHandlers.ofString());
            String digits = sum.body().strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
            if (head.statusCode() != OK || bytes < 0 || sum.statusCode() != OK || !digits.matches("[0-9a-f]{40}")) {
                throw new DatasetException(address + " cannot be asked for: the server answered " + head.statusCode()
                        + " and " + sum.statusCode() + "; try again later.");
            }
            return Optional.of(KnownFile.plain(nameOf(address), bytes, digits));
        } catch (IOException e) {
            throw new DatasetException(
                    address.getHost() + " does not answer (" + e.getMessage()
                            + "); check the connection and try again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatasetException(address + " was not asked for to its end.", e);
        }
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private static String nameOf(URI address) {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
