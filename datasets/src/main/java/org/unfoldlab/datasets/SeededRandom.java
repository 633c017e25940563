package org.unfoldlab.datasets;

/**
 * Random numbers from a seed and a place, such as (seed, epoch, image): the same place gives the same numbers on every
 * machine and Java version, in whatever order and on whatever thread the places are visited.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"), written out because the
 * bounded draws of {@code java.util.SplittableRandom} have changed between Java versions. Not for secrets, not shared
 * between threads.
 */
public final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    /** The numbers that belong to a place: {@code keys} are hashed into the seed one after the other. */
    public static SeededRandom at(long seed, long... keys) {
        long hash = mix(seed + GOLDEN_GAMMA);
        for (long key : keys) {
            hash = mix((hash ^ key) + GOLDEN_GAMMA);
        }
        return new SeededRandom(hash);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A whole number of 0 … bound − 1; the bias of at most bound / 2³² is far below what a sample could show. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be > 0, got " + bound);
        }
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [from, to). */
    public double nextDouble(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /** True with the given probability. */
    public boolean nextBoolean(double probability) {
        return nextDouble() < probability;
    }

    /** The numbers 0 … size − 1 in random order (Fisher and Yates). */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
