package org.unfoldlab.model.engine.onednn;

import java.util.List;
import java.util.stream.IntStream;
import org.unfoldlab.model.engine.plan.Instruction;

/**
 * Sizes of a 3 × 3 convolution with stride 1 and padding 1, whose output is as high and wide as its input.
 *
 * @param inputs channels that it reads
 * @param outputs channels that it writes
 */
public record WinogradForm(int images, int inputs, int outputs, int height, int width) {
    /** Rows of output that are computed from one tile. */
    static final int TILE = 4;

    /** Where products are saved from on; below, reading and writing the tiles takes longer (docs/performance.md). */
    private static final int CHANNELS = 48;

    private static final int PIXELS = 4096;

    /** Bytes of tiles that are worked on at a time: what stays in a processor's cache. */
    private static final long AT_ONCE = 13L << 20;

    /** Whether a convolution of images x[N, C, H, W] with weights [out, in, k, k] is one that gains. */
    public static boolean serves(List<Integer> x, List<Integer> w, Instruction.Geometry geometry) {
        return geometry.equals(new Instruction.Geometry(3, 1, 1))
                && w.get(0) >= CHANNELS
                && w.get(1) >= CHANNELS
                && x.get(2) % TILE == 0
                && x.get(2) > TILE
                && (long) x.get(0) * x.get(2) * x.get(3) >= PIXELS;
    }

    /** The sizes of such a convolution. */
    public static WinogradForm of(List<Integer> x, List<Integer> w) {
        return new WinogradForm(x.get(0), w.get(1), w.get(0), x.get(2), x.get(3));
    }

    /** The convolution that leads gradients back. */
    WinogradForm back() {
        return new WinogradForm(images, /* inputs= */ outputs, /* outputs= */ inputs, height, width);
    }

    /** The same for another number of images. */
    public WinogradForm withImages(int others) {
        return new WinogradForm(others, inputs, outputs, height, width);
    }

    int tiles() {
        return height / TILE;
    }

    /** Elements in a row of the input. */
    int inputRow() {
        return width * inputs;
    }

    /** Elements in a row of the output. */
    int outputRow() {
        return width * outputs;
    }

    /** Elements of one of the six parts of all images' tiles, a row of input or output each. */
    long part(int row) {
        return (long) images * tiles() * row;
    }

    /** As many images as are best computed at a time. */
    int chunk() {
        long each = WinogradMatrices.PARTS * Float.BYTES * withImages(1).part(inputRow() + outputRow());
        long chunks = Math.min(images, (images * each + AT_ONCE - 1) / AT_ONCE);
        return (int) ((images + chunks - 1) / chunks);
    }

    /** Some of the images, from {@code first} on. */
    record Chunk(int first, WinogradForm form) {}

    /** All images, chunk by chunk; the last may be smaller. */
    List<Chunk> chunks() {
        int chunk = chunk();
        return IntStream.range(0, (images + chunk - 1) / chunk)
                .map(index -> index * chunk)
                .mapToObj(first -> new Chunk(first, withImages(Math.min(chunk, images - first))))
                .toList();
    }
}
