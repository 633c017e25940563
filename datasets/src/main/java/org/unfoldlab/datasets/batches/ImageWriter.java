package org.unfoldlab.datasets.batches;

import java.util.Arrays;
import org.unfoldlab.datasets.ChannelStatistics;
import org.unfoldlab.datasets.ImageSet;

/**
 * Writes normalised, moved and mirrored images into batches. A byte has 256 values, so normalising is a look-up in one
 * table a channel. Not shared between threads: it keeps one image of scratch space.
 */
final class ImageWriter {
    private final ImageSet set;
    private final float[][] tables;
    private final byte[] image;

    ImageWriter(ImageSet set, ChannelStatistics statistics) {
        if (statistics.channels() != set.channels()) {
            throw new IllegalArgumentException(
                    "statistics of " + statistics.channels() + " channels do not fit " + set);
        }
        this.set = set;
        this.tables = new float[set.channels()][];
        for (int channel = 0; channel < tables.length; channel++) {
            tables[channel] = statistics.normalized(channel);
        }
        this.image = new byte[set.imageLength()];
    }

    /** Puts image {@code number} of the set at place {@code position} of the batch. */
    void write(Batch batch, int position, int number, Augmentation.Draw draw) {
        batch.images()[position] = number;
        batch.labels()[position] = set.label(number);
        set.copyImage(number, image, 0);
        int plane = set.height() * set.width();
        int target = position * set.imageLength();
        for (int channel = 0; channel < tables.length; channel++) {
            writePlane(tables[channel], channel * plane, batch.inputs(), target + channel * plane, draw);
        }
    }

    private void writePlane(float[] table, int source, float[] out, int target, Augmentation.Draw draw) {
        int height = set.height();
        int width = set.width();
        for (int row = 0; row < height; row++) {
            int from = row + draw.down();
            int to = target + row * width;
            if (from < 0 || from >= height) {
                Arrays.fill(out, to, to + width, 0f);
            } else {
                writeRow(table, source + from * width, out, to, draw);
            }
        }
    }

    private void writeRow(float[] table, int source, float[] out, int target, Augmentation.Draw draw) {
        int width = set.width();
        for (int column = 0; column < width; column++) {
            int from = (draw.mirrored() ? width - 1 - column : column) + draw.right();
            out[target + column] = from < 0 || from >= width ? 0f : table[image[source + from] & 0xff];
        }
    }
}
