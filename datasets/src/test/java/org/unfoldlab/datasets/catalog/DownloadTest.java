package org.unfoldlab.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.SeededRandom;
import org.unfoldlab.datasets.catalog.CatalogEntry.Form;

@Timeout(30)
class DownloadTest {
    private static final byte[] CONTENT = content();
    private static final Download.Progress QUIET = (file, bytes, total) -> {};

    @TempDir
    Path place;

    private HttpServer server;
    private Answer answer = DownloadTest::whole;
    private final CountDownLatch testOver = new CountDownLatch(1);
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange, @Nullable String range) throws IOException;
    }

    private static byte[] content() {
        byte[] bytes = new byte[300_000];
        SeededRandom random = SeededRandom.at(1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(String.valueOf(range));
            try (exchange) {
                answer.to(exchange, range);
            }
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        testOver.countDown();
        server.stop(0);
    }

    private static void whole(HttpExchange exchange, @Nullable String range) throws IOException {
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, CONTENT.length - from);
        exchange.getResponseBody().write(CONTENT, from, CONTENT.length - from);
    }

    private static void half(HttpExchange exchange, @Nullable String range) throws IOException {
        exchange.sendResponseHeaders(200, CONTENT.length);
        exchange.getResponseBody().write(CONTENT, 0, 100_000);
        exchange.getResponseBody().flush();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static CatalogEntry entry(URI... sources) {
        try {
            KnownFile file = KnownFile.plain("set.bin", CONTENT.length, Sums.sha256(new ByteArrayInputStream(CONTENT)));
            return new CatalogEntry(
                    DataKind.MNIST,
                    "Test set",
                    List.of("a"),
                    new ImageShape(1, 1, 1),
                    1,
                    1,
                    List.of(new Form("", List.of(file))),
                    List.of(sources),
                    "none",
                    "none",
                    "none");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Download download() {
        return download(Duration.ofSeconds(20));
    }

    private static Download download(Duration stallTimeout) {
        return new Download(HttpClient.newHttpClient(), stallTimeout);
    }

    private Path file() {
        return place.resolve("set.bin");
    }

    private Path part() {
        return place.resolve("set.bin.part");
    }

    @Test
    void fetchesAndTellsProgress() throws Exception {
        List<Long> told = new ArrayList<>();

        Download.Outcome outcome = download()
                .fetch(entry(address()), place.resolve("new/folder"), (file, bytes, total) -> {
                    assertThat(total).isEqualTo(CONTENT.length);
                    told.add(bytes);
                });

        assertThat(outcome).isEqualTo(Download.Outcome.COMPLETE);
        assertThat(place.resolve("new/folder/set.bin")).hasBinaryContent(CONTENT);
        assertThat(place.resolve("new/folder/set.bin.part")).doesNotExist();
        assertThat(told).isSorted().endsWith((long) CONTENT.length);
    }

    @Test
    void goesOnWhereABrokenDownloadStopped() throws Exception {
        answer = DownloadTest::half;
        assertThatThrownBy(() -> download().fetch(entry(address()), place, QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The download of " + address() + "set.bin stopped after 100000 of 300000 bytes")
                .hasMessageEndingWith("check the connection and start it again, it goes on from there.");
        assertThat(file()).doesNotExist();

        answer = DownloadTest::whole;
        download().fetch(entry(address()), place, QUIET);

        assertThat(ranges).containsExactly("null", "bytes=100000-");
        assertThat(file()).hasBinaryContent(CONTENT);
    }

    @Test
    void beginsAnewWhereTheServerCannotGoOn() throws Exception {
        Files.write(part(), Arrays.copyOf(CONTENT, 1000));
        answer = (exchange, range) -> whole(exchange, null);

        download().fetch(entry(address()), place, QUIET);

        assertThat(ranges).containsExactly("bytes=1000-");
        assertThat(file()).hasBinaryContent(CONTENT);
    }

    @Test
    void aWrongFileIsNamedAndLeftAside() throws Exception {
        byte[] wrong = CONTENT.clone();
        wrong[5]++;
        answer = (exchange, range) -> {
            exchange.sendResponseHeaders(200, wrong.length);
            exchange.getResponseBody().write(wrong);
        };

        assertThatThrownBy(() -> download().fetch(entry(address()), place, QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("set.bin from " + address() + "set.bin is not the published file")
                .hasMessageContaining("it was left as " + place.resolve("set.bin.wrong"));
        assertThat(place.resolve("set.bin.wrong")).hasBinaryContent(wrong);
        assertThat(file()).doesNotExist();
        assertThat(part()).doesNotExist();
    }

    @Test
    void aWrongFileInThePlaceIsKeptUnderAnotherName() throws Exception {
        Files.writeString(file(), "mine");
        Files.writeString(place.resolve("set.bin.wrong"), "older");

        download().fetch(entry(address()), place, QUIET);

        assertThat(file()).hasBinaryContent(CONTENT);
        assertThat(place.resolve("set.bin.wrong")).hasContent("older");
        assertThat(place.resolve("set.bin.wrong-2")).hasContent("mine");
    }

    @Test
    void whatIsThereAndRightIsNotFetchedAgain() throws Exception {
        Files.write(file(), CONTENT);

        assertThat(download().fetch(entry(address()), place, QUIET)).isEqualTo(Download.Outcome.COMPLETE);
        assertThat(ranges).isEmpty();
    }

    @Test
    void cancellingKeepsWhatCame() throws Exception {
        answer = this::halfAndSilence;
        Download.Outcome outcome = download().fetch(entry(address()), place, new Download.Progress() {
            private boolean enough;

            @Override
            public void at(String file, long bytes, long total) {
                enough = bytes == 100_000;
            }

            @Override
            public boolean isCancelled() {
                return enough;
            }
        });

        assertThat(outcome).isEqualTo(Download.Outcome.CANCELLED);
        assertThat(part()).hasSize(100_000);
        assertThat(file()).doesNotExist();
    }

    /** Half of it, and then nothing more until the test is over. */
    private void halfAndSilence(HttpExchange exchange, @Nullable String range) throws IOException {
        half(exchange, range);
        try {
            testOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() {
        answer = this::halfAndSilence;

        assertThatThrownBy(() -> download(Duration.ofSeconds(1)).fetch(entry(address()), place, QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("nothing came for 1 s");
    }

    @Test
    void theNextSourceIsTriedAndTheLastFailureTold() throws Exception {
        URI missing = address().resolve("gone/");
        answer = (exchange, range) -> {
            if (exchange.getRequestURI().getPath().startsWith("/gone/")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                whole(exchange, range);
            }
        };

        assertThatThrownBy(() -> download().fetch(entry(missing), place, QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(missing + "set.bin cannot be fetched: the server answered 404");
        download().fetch(entry(missing, address()), place, QUIET);
        assertThat(file()).hasBinaryContent(CONTENT);
    }

    @Test
    void onlyHttpsLeavesThisMachine() {
        assertThatThrownBy(() -> download().fetch(entry(URI.create("http://192.0.2.1/")), place, QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessage("http://192.0.2.1/set.bin is not fetched: only https is allowed.");
    }

    @Test
    void twoDownloadsOfOneFileDoNotMix() throws Exception {
        try (FileChannel other = FileChannel.open(part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertThatThrownBy(() -> download().fetch(entry(address()), place, QUIET))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith("set.bin is already being downloaded");
        }
    }

    @Test
    void aPlaceThatCannotBeMadeIsTold() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "x");

        assertThatThrownBy(() -> download().fetch(entry(address()), file.resolve("inside"), QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The folder " + file.resolve("inside") + " cannot be made");
        assertThatThrownBy(() -> download().fetch(entry(), place, QUIET))
                .hasMessage("Test set needs no download: it is generated.");
    }
}
