package org.unfoldlab.datasets.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.SeededRandom;
import org.unfoldlab.datasets.Splits;

/**
 * Generates {@code shapes}: 32×32 RGB images of ten kinds of shape with random pose, colour, texture, clutter and
 * occluders. Image i of a part has class i mod 10, and is drawn from (seed, part, i) alone: the same seed gives the
 * same bytes on every machine, however many cores draw, and a smaller set is the beginning of a larger one.
 */
public final class Shapes {
    /** Images to train on, unless told otherwise. */
    public static final int TRAIN_SIZE = 4096;

    /** Images to test on, unless told otherwise. */
    public static final int TEST_SIZE = 1024;

    private static final long TRAIN = 0;
    private static final long TEST = 1;

    private Shapes() {}

    /** The ten classes, in label order. */
    public static List<String> classNames() {
        return Arrays.stream(Outline.values()).map(Outline::title).toList();
    }

    /** The set of default size, 4,096 + 1,024 images. */
    public static Splits generate(long seed) {
        return generate(seed, TRAIN_SIZE, TEST_SIZE);
    }

    /** A set of a given size. */
    public static Splits generate(long seed, int trainSize, int testSize) {
        return generate(seed, trainSize, testSize, Difficulty.STANDARD);
    }

    static Splits generate(long seed, int trainSize, int testSize, Difficulty difficulty) {
        return new Splits(part(seed, TRAIN, trainSize, difficulty), part(seed, TEST, testSize, difficulty), List.of());
    }

    private static ImageSet part(long seed, long part, int size, Difficulty difficulty) {
        Outline[] outlines = Outline.values();
        int length = Canvas.CHANNELS * Canvas.SIZE * Canvas.SIZE;
        byte[] pixels = new byte[Math.multiplyExact(size, length)];
        IntStream.range(0, size)
                .parallel()
                .forEach(i -> Scene.draw(
                        outlines[i % outlines.length], difficulty, SeededRandom.at(seed, part, i), pixels, i * length));
        int[] labels = IntStream.range(0, size).map(i -> i % outlines.length).toArray();
        return ImageSet.of("shapes", Canvas.CHANNELS, Canvas.SIZE, Canvas.SIZE, pixels, labels, classNames());
    }
}
