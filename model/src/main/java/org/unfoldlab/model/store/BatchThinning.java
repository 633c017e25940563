package org.unfoldlab.model.store;

/**
 * Which batches a run folder keeps: all of the first {@value #PER_INTERVAL}, every second of the next that many kept,
 * then every fourth, and so on, so that a plot over any stretch has points and the file grows with the logarithm of the
 * run's length.
 */
final class BatchThinning {
    private static final int PER_INTERVAL = 1024;

    private long interval = 1;
    private long seen;
    private int keptAtInterval;

    /** Tells of one more batch; true when it is to be kept. */
    boolean keepsNext() {
        boolean keep = seen % interval == 0;
        seen++;
        if (keep && ++keptAtInterval == PER_INTERVAL) {
            interval *= 2;
            keptAtInterval = 0;
        }
        return keep;
    }
}
