package org.unfoldlab.model.train;

import java.util.ArrayDeque;
import java.util.Deque;

/** Images per second over the last few batches. */
final class Speed {
    private static final int BATCHES = 8;

    private final Deque<Double> seconds = new ArrayDeque<>();

    /** Adds a batch; the mean over the last {@value #BATCHES}. */
    double imagesPerSecond(int images, double batchSeconds) {
        seconds.addLast(batchSeconds);
        if (seconds.size() > BATCHES) {
            seconds.removeFirst();
        }
        double sum = seconds.stream().mapToDouble(Double::doubleValue).sum();
        return images * seconds.size() / Math.max(sum, 1e-9);
    }
}
