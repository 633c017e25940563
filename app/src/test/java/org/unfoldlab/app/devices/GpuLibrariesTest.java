package org.unfoldlab.app.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.catalog.Download;
import org.unfoldlab.datasets.catalog.KnownFile;

@Timeout(30)
class GpuLibrariesTest {
    private static final Download.Progress QUIET = (file, bytes, total) -> {};

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init") // made before each test
    private HttpServer server;

    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void startRepository() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
        // All parts but those that Maven Central does not have either.
        libraries().parts().stream()
                .filter(part ->
                        !part.file().startsWith("cuda-redist-c") && !part.file().startsWith("cuda-redist-n"))
                .forEach(part -> publish(part, "content of " + part.file()));
    }

    @AfterEach
    void stopRepository() {
        server.stop(0);
    }

    private void publish(GpuLibraries.Part part, String text) {
        byte[] content = text.repeat(1000).getBytes(StandardCharsets.UTF_8);
        files.put(part.address().getPath(), content);
        files.put(part.address().getPath() + ".sha1", sha1(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath());
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
    }

    private GpuLibraries libraries() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/maven2/");
        return new GpuLibraries(home, address, "linux-x86_64");
    }

    @Test
    void saysHowLargeEachPartIsAndWhichAreNotThere() throws Exception {
        List<GpuLibraries.Offer> offers = libraries().ask();
        assertThat(offers).hasSize(9);
        KnownFile first = offers.get(0).file().orElseThrow();
        assertThat(first.name()).isEqualTo("pytorch-2.10.0-1.5.13-linux-x86_64-gpu.jar");
        assertThat(first.bytes()).isEqualTo(first.name().length() * 1000L + 11_000);
        assertThat(offers.stream()
                        .filter(offer -> offer.file().isEmpty())
                        .map(offer -> offer.part().what()))
                .containsExactly("cuBLAS", "cuDNN", "cuSOLVER", "cuSPARSE", "NCCL");
    }

    @Test
    void whatIsFetchedIsOnTheClassPathOfTheNextWorker() throws Exception {
        GpuLibraries libraries = libraries();
        assertThat(GpuLibraries.jars(home)).isEmpty();
        assertThat(libraries.fetch(libraries.ask(), QUIET)).isEqualTo(Download.Outcome.COMPLETE);
        assertThat(libraries.areHere()).isTrue();
        assertThat(GpuLibraries.jars(home))
                .hasSize(4)
                .allSatisfy(jar -> assertThat(jar).isRegularFile());
    }

    @Test
    void aDownloadThatWasStoppedGoesOnWhereItWas() throws Exception {
        GpuLibraries libraries = libraries();
        List<GpuLibraries.Offer> offers = libraries.ask();
        GpuLibraries.Part first = offers.get(0).part();
        byte[] whole = Objects.requireNonNull(files.get(first.address().getPath()));
        Path incoming = Files.createDirectories(home.resolve("gpu").resolve("incoming"));
        Files.write(incoming.resolve(first.file() + ".part"), java.util.Arrays.copyOf(whole, 5000));
        libraries.fetch(offers, QUIET);
        assertThat(ranges).contains("bytes=5000-");
        assertThat(libraries.folder().resolve(first.file())).hasBinaryContent(whole);
    }

    @Test
    void nothingIsUsedUntilAllIsThere() throws Exception {
        GpuLibraries libraries = libraries();
        List<GpuLibraries.Offer> offers = libraries.ask();
        files.remove(offers.get(3).part().address().getPath());
        assertThatThrownBy(() -> libraries.fetch(offers, QUIET)).isInstanceOf(DatasetException.class);
        assertThat(GpuLibraries.jars(home)).isEmpty();
    }

    @Test
    void aWrongFileIsNotUsed() throws Exception {
        GpuLibraries libraries = libraries();
        List<GpuLibraries.Offer> offers = libraries.ask();
        String path = offers.get(2).part().address().getPath();
        byte[] wrong = Objects.requireNonNull(files.get(path)).clone();
        wrong[7]++;
        files.put(path, wrong);
        assertThatThrownBy(() -> libraries.fetch(offers, QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("its SHA-1 is not");
        assertThat(GpuLibraries.jars(home)).isEmpty();
    }

    @Test
    void thereAreNoneForAMac() {
        assertThat(new GpuLibraries(home, GpuLibraries.MAVEN_CENTRAL, "macosx-arm64").areOffered())
                .isFalse();
    }
}
