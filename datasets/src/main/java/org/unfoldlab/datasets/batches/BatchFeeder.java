package org.unfoldlab.datasets.batches;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Prepares batches on a background thread, a few ahead of the one in use, in order and always the same.
 *
 * <p>A fixed number of buffers goes round between two queues, free and ready; nothing is allocated after the start. A
 * batch handed out is the consumer's until its next call of {@link #next}. If a batch cannot be made, the consumer gets
 * the failure in its place. One consumer; {@link #close} stops the thread and waits for it.
 */
public final class BatchFeeder implements AutoCloseable {
    private final BatchSource source;
    private final BlockingQueue<Batch> free;
    private final BlockingQueue<Delivery> ready;
    private final Thread thread;
    private @Nullable Batch inUse;
    private boolean ended;

    /** What the background thread hands over: a batch, the reason why there is none, or (both null) the end. */
    private record Delivery(@Nullable Batch batch, @Nullable Throwable failure) {}

    private BatchFeeder(BatchSource source, long first, long end, int ahead) {
        this.source = source;
        this.free = new ArrayBlockingQueue<>(ahead + 1);
        this.ready = new ArrayBlockingQueue<>(ahead + 2);
        for (int i = 0; i <= ahead; i++) {
            free.add(source.newBatch());
        }
        this.thread = new Thread(() -> prepare(first, end), "unfold-batches");
        thread.setDaemon(true);
    }

    /**
     * Starts preparing. Batches are counted through all epochs: number g is batch g mod perEpoch of epoch g / perEpoch.
     *
     * @param source not used by anyone else until the feeder is closed
     * @param first the first batch wanted, from 0
     * @param end one past the last
     * @param ahead how many to keep ready, ≥ 1; 2 or 3 are enough
     */
    public static BatchFeeder start(BatchSource source, long first, long end, int ahead) {
        if (first < 0 || ahead < 1) {
            throw new IllegalArgumentException("first batch " + first + ", " + ahead + " ahead");
        }
        BatchFeeder feeder = new BatchFeeder(source, first, end, ahead);
        feeder.thread.start();
        return feeder;
    }

    /**
     * Waits for the next batch; the one handed out before is taken back. Empty after the last.
     *
     * @throws IllegalStateException if the batch could not be made, or after {@link #close}
     */
    public Optional<Batch> next() throws InterruptedException {
        giveBack();
        if (ended) {
            return Optional.empty();
        }
        Delivery delivery = ready.take();
        ended = delivery.batch() == null;
        if (delivery.failure() != null) {
            throw new IllegalStateException(
                    "a batch could not be prepared: " + delivery.failure().getMessage(), delivery.failure());
        }
        inUse = delivery.batch();
        return Optional.ofNullable(inUse);
    }

    private void giveBack() {
        Batch used = inUse;
        if (used != null) {
            free.add(used);
            inUse = null;
        }
    }

    private void prepare(long first, long end) {
        Delivery last = new Delivery(null, null);
        try {
            for (long g = first; g < end; g++) {
                Batch batch = free.take();
                source.fill((int) (g / source.perEpoch()), (int) (g % source.perEpoch()), batch);
                ready.put(new Delivery(batch, null));
            }
        } catch (InterruptedException closed) {
            last = new Delivery(null, new IllegalStateException("the feeder was closed", closed));
        } catch (RuntimeException | Error failure) {
            last = new Delivery(null, failure);
        }
        // Room is certain: at most as many batches as buffers, and this one.
        ready.add(last);
    }

    /** Stops preparing and waits for the thread to end. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
