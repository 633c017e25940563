package org.unfoldlab.datasets;

import java.util.Arrays;

/**
 * Mean and (biased) deviation of each channel over all pixels of a set, of value / 255, so in 0 … 1. A network's input
 * is (value / 255 − mean) / deviation, with the statistics of the training set (SPEC §7).
 *
 * @param mean one per channel
 * @param deviation one per channel, ≥ 0
 */
public record ChannelStatistics(double[] mean, double[] deviation) {
    /** A constant channel is divided by one grey step instead of by nothing. */
    private static final double SMALLEST_DIVISOR = 1.0 / 255;

    public ChannelStatistics {
        if (mean.length != deviation.length || mean.length == 0) {
            throw new IllegalArgumentException(
                    "one mean and one deviation a channel, got " + mean.length + " and " + deviation.length);
        }
        mean = mean.clone();
        deviation = deviation.clone();
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[] deviation() {
        return deviation.clone();
    }

    public int channels() {
        return mean.length;
    }

    /** What each of the 256 byte values becomes in one channel: (value / 255 − mean) / deviation. */
    public float[] normalized(int channel) {
        double divisor = Math.max(deviation[channel], SMALLEST_DIVISOR);
        float[] table = new float[256];
        for (int value = 0; value < 256; value++) {
            table[value] = (float) ((value / 255.0 - mean[channel]) / divisor);
        }
        return table;
    }

    /** From counts of byte values, [channel][value]; exact but for the last roundings. */
    static ChannelStatistics ofHistograms(long[][] counts) {
        double[] mean = new double[counts.length];
        double[] deviation = new double[counts.length];
        for (int channel = 0; channel < counts.length; channel++) {
            long total = Math.max(1, Arrays.stream(counts[channel]).sum());
            long sum = 0;
            for (int value = 0; value < 256; value++) {
                sum += value * counts[channel][value];
            }
            double average = (double) sum / total;
            double squares = 0;
            for (int value = 0; value < 256; value++) {
                squares += counts[channel][value] * (value - average) * (value - average);
            }
            mean[channel] = average / 255;
            deviation[channel] = Math.sqrt(squares / total) / 255;
        }
        return new ChannelStatistics(mean, deviation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelStatistics that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }

    @Override
    public String toString() {
        return "mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation);
    }
}
