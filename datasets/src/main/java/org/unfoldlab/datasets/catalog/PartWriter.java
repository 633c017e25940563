package org.unfoldlab.datasets.catalog;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes the body of an answer to a file as it comes, on the HTTP client's thread. */
final class PartWriter implements HttpResponse.BodySubscriber<Void> {
    private final @Nullable FileChannel channel;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private PartWriter(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * For an answer to a request that had {@code have} bytes already: 206 goes on from there, 200 begins anew, any other
     * body is not kept. An answer 416 or a 206 for another place forgets what there was, so that the next attempt starts
     * from nothing.
     */
    static PartWriter forAnswer(HttpResponse.ResponseInfo info, FileChannel channel, long have) {
        try {
            int status = info.statusCode();
            boolean continues = status == 206
                    && info.headers()
                            .firstValue("Content-Range")
                            .filter(range -> range.startsWith("bytes " + have + "-"))
                            .isPresent();
            if (status == 200 || status == 416 || status == 206 && !continues) {
                channel.truncate(0);
            }
            channel.position(channel.size());
            return new PartWriter(status == 200 || continues ? channel : null);
        } catch (IOException e) {
            PartWriter failed = new PartWriter(null);
            failed.done.completeExceptionally(e);
            return failed;
        }
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (channel == null) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        } catch (IOException e) {
            if (subscription != null) {
                subscription.cancel();
            }
            done.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable problem) {
        done.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        done.complete(null);
    }
}
