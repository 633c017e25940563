package org.unfoldlab.datasets.shapes;

import org.unfoldlab.datasets.SeededRandom;

/** A 32×32 RGB image while it is drawn; parts in 0 … 1, not yet limited. */
final class Canvas {
    /** Height and width in pixels. */
    static final int SIZE = 32;

    static final int CHANNELS = 3;

    private static final int PLANE = SIZE * SIZE;

    private final double[] values = new double[CHANNELS * PLANE];

    /** A signed distance in pixels, negative where there is paint. */
    @FunctionalInterface
    interface Region {
        Region EVERYWHERE = (x, y) -> -1;

        double distance(double x, double y);
    }

    /** Paints a region over what is there, its edge one pixel wide. */
    void fill(Region region, Paint paint) {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double cover = Math.min(1, 0.5 - region.distance(x, y));
                if (cover > 0) {
                    blend(row * SIZE + column, cover, paint.base(), paint.shade(x, y));
                }
            }
        }
    }

    private void blend(int at, double cover, Colour colour, double shade) {
        values[at] += cover * (colour.red() + shade - values[at]);
        values[at + PLANE] += cover * (colour.green() + shade - values[at + PLANE]);
        values[at + 2 * PLANE] += cover * (colour.blue() + shade - values[at + 2 * PLANE]);
    }

    /** Writes the image as bytes, channel by channel, with noise added (sum of three uniform draws). */
    void write(byte[] pixels, int offset, double noise, SeededRandom random) {
        for (int i = 0; i < values.length; i++) {
            double bell = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            double value = values[i] + 2 * noise * bell;
            pixels[offset + i] = (byte) Math.max(0, Math.min(255, Math.round(255 * value)));
        }
    }
}
