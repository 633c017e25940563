package org.unfoldlab.app.devices;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A Maven repository on this machine: what Maven Central has, in a few bytes. */
final class FakeRepository implements AutoCloseable {
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    FakeRepository() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
        // All parts but those that Maven Central does not have either.
        libraries(Path.of("")).parts().stream()
                .filter(part ->
                        !part.file().startsWith("cuda-redist-c") && !part.file().startsWith("cuda-redist-n"))
                .forEach(part -> publish(part, "content of " + part.file()));
    }

    GpuLibraries libraries(Path home) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/maven2/");
        return new GpuLibraries(home, address, "linux-x86_64");
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

    @Override
    public void close() {
        server.stop(0);
    }
}
