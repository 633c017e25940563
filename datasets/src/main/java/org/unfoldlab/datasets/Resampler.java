package org.unfoldlab.datasets;

/**
 * Brings planes of bytes to another size: each new pixel is the average of the old ones about its place, weighted by a
 * triangle as wide as the step from one new pixel to the next (at least two old pixels). Enlarging, this is bilinear
 * interpolation; reducing, it leaves no pixel out. First along rows, then along columns. The same bytes on every
 * machine. Safe to share.
 */
public final class Resampler {
    private final Axis rows;
    private final Axis columns;

    private Resampler(Axis rows, Axis columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** From one size to another, whole image to whole image. */
    public static Resampler between(int fromHeight, int fromWidth, int toHeight, int toWidth) {
        return new Resampler(Axis.whole(fromHeight, toHeight), Axis.whole(fromWidth, toWidth));
    }

    /** The largest part in the middle that has the new proportions, brought to the new size: nothing is distorted. */
    public static Resampler covering(int fromHeight, int fromWidth, int toHeight, int toWidth) {
        double step = Math.min((double) fromHeight / toHeight, (double) fromWidth / toWidth);
        return new Resampler(Axis.middle(fromHeight, toHeight, step), Axis.middle(fromWidth, toWidth, step));
    }

    /** Resamples one plane, row by row. */
    public void resample(byte[] source, int sourceOffset, byte[] target, int targetOffset) {
        double[] narrowed = new double[rows.from * columns.to];
        for (int row = 0; row < rows.from; row++) {
            for (int column = 0; column < columns.to; column++) {
                double[] weights = columns.weights[column];
                int first = sourceOffset + row * columns.from + columns.first[column];
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * (source[first + i] & 0xff);
                }
                narrowed[row * columns.to + column] = sum;
            }
        }
        for (int row = 0; row < rows.to; row++) {
            for (int column = 0; column < columns.to; column++) {
                target[targetOffset + row * columns.to + column] = down(narrowed, row, column);
            }
        }
    }

    private byte down(double[] narrowed, int row, int column) {
        double[] weights = rows.weights[row];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * narrowed[(rows.first[row] + i) * columns.to + column];
        }
        return (byte) Math.max(0, Math.min(255, Math.round(sum)));
    }

    /** For each new place, the first old place that counts and the weights from there on, which sum to 1. */
    private record Axis(int from, int to, int[] first, double[][] weights) {
        static Axis whole(int from, int to) {
            return middle(from, to, (double) from / to);
        }

        static Axis middle(int from, int to, double step) {
            double start = (from - step * to) / 2;
            double reach = Math.max(1, step);
            int[] first = new int[to];
            double[][] weights = new double[to][];
            for (int place = 0; place < to; place++) {
                double centre = start + (place + 0.5) * step;
                int low = Math.max(0, (int) Math.floor(centre - reach));
                int high = Math.min(from, (int) Math.ceil(centre + reach));
                first[place] = low;
                weights[place] = triangle(low, high, centre, reach);
            }
            return new Axis(from, to, first, weights);
        }

        private static double[] triangle(int low, int high, double centre, double reach) {
            double[] weights = new double[high - low];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(0, 1 - Math.abs(low + i + 0.5 - centre) / reach);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            return weights;
        }
    }
}
