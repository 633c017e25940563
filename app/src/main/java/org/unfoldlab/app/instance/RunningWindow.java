package org.unfoldlab.app.instance;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * The first window listens on a Unix domain socket in the user's own folder: no port that other users or computers
 * could reach. A second start connects, writes one absolute path on one line and waits for "ok"; any failure means that
 * nobody listens, and then it opens a window of its own. A socket file that nobody answers on is left over from a
 * window that was killed, and is replaced.
 */
/** The window that is open already, as another start of the program sees it. */
public final class RunningWindow {
    private static final Logger LOG = LoggerFactory.getLogger(RunningWindow.class);
    private static final String UNDERSTOOD = "ok";

    private final Path socket;

    /** @param socket the file that stands for the window; its folder need not exist */
    public RunningWindow(Path socket) {
        this.socket = socket;
    }

    /**
     * Asks the open window to open a file.
     *
     * @return false if there is none that answers
     */
    public boolean open(Path file) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(line(file.toAbsolutePath().toString()));
            return UNDERSTOOD.equals(reader(channel).readLine());
        } catch (IOException | IllegalArgumentException nobodyListens) {
            LOG.debug("no window answers on {}", socket, nobodyListens);
            return false;
        }
    }

    /**
     * Becomes the window that others hand files to, unless another one is.
     *
     * @param opener told of each file, on a thread of its own
     * @return what ends it; absent where another window listens, or where the system has no such sockets
     */
    public Optional<Closeable> listen(Consumer<Path> opener) {
        try {
            if (isAnswered()) {
                return Optional.empty();
            }
            Files.createDirectories(folder());
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread thread = new Thread(() -> serve(server, opener), "unfold-second-starts");
            thread.setDaemon(true);
            thread.start();
            return Optional.of(() -> end(server));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            LOG.info("Files are opened in a window of their own: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Path folder() {
        Path folder = socket.toAbsolutePath().getParent();
        return folder == null ? socket.toAbsolutePath() : folder;
    }

    private boolean isAnswered() {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException leftOver) {
            return false;
        }
    }

    private void end(ServerSocketChannel server) throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }

    private static void serve(ServerSocketChannel server, Consumer<Path> opener) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                String asked = reader(channel).readLine();
                if (asked != null && !asked.isBlank()) {
                    Path file = Path.of(asked);
                    channel.write(line(UNDERSTOOD));
                    opener.accept(file);
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException | InvalidPathException e) {
                LOG.debug("a second start was not understood", e);
            }
        }
    }

    private static ByteBuffer line(String words) {
        return StandardCharsets.UTF_8.encode(words + "\n");
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }
}
