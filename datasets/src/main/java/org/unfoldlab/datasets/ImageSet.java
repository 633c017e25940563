package org.unfoldlab.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Labelled images, immutable: N × channels × height × width bytes of 0 … 255 (channel by channel, row by row) and one
 * class number an image. Safe to share between threads.
 */
public final class ImageSet {
    private final String name;
    private final int channels;
    private final int height;
    private final int width;
    private final byte[] pixels;
    private final int[] labels;
    private final List<String> classNames;
    private volatile @Nullable String sha256;
    private volatile @Nullable ChannelStatistics statistics;

    private ImageSet(
            String name, int channels, int height, int width, byte[] pixels, int[] labels, List<String> classNames) {
        this.name = name;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.pixels = pixels;
        this.labels = labels;
        this.classNames = List.copyOf(classNames);
    }

    /**
     * A set over given arrays, which it takes over: the caller must not change them any more.
     *
     * @param pixels N × channels × height × width bytes
     * @param labels N numbers of 0 … classes − 1
     */
    public static ImageSet of(
            String name, int channels, int height, int width, byte[] pixels, int[] labels, List<String> classNames) {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("an image has " + channels + "x" + height + "x" + width + " values");
        }
        if ((long) labels.length * channels * height * width != pixels.length) {
            throw new IllegalArgumentException(labels.length + " images of " + channels + "x" + height + "x" + width
                    + " are not " + pixels.length + " bytes");
        }
        for (int i = 0; i < labels.length; i++) {
            Objects.checkIndex(labels[i], classNames.size());
        }
        return new ImageSet(name, channels, height, width, pixels, labels, classNames);
    }

    public String name() {
        return name;
    }

    /** The number of images, N. */
    public int size() {
        return labels.length;
    }

    public int channels() {
        return channels;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** channels × height × width. */
    public ImageShape shape() {
        return new ImageShape(channels, height, width);
    }

    /** The number of values of one image: channels × height × width. */
    public int imageLength() {
        return channels * height * width;
    }

    public int classes() {
        return classNames.size();
    }

    /** The name of each class; a label is an index into this list. */
    public List<String> classNames() {
        return classNames;
    }

    /** The class of an image, 0 … classes − 1. */
    public int label(int image) {
        return labels[image];
    }

    /** One value, 0 … 255. */
    public int value(int image, int channel, int row, int column) {
        Objects.checkIndex(channel, channels);
        Objects.checkIndex(row, height);
        Objects.checkIndex(column, width);
        return pixels[start(image) + (channel * height + row) * width + column] & 0xff;
    }

    /** Copies one image (channels × height × width bytes) to {@code target} from {@code offset} on. */
    public void copyImage(int image, byte[] target, int offset) {
        System.arraycopy(pixels, start(image), target, offset, imageLength());
    }

    /** One image as 0xAARRGGBB, row by row, for screens; one channel is shown as grey, more than three by the first. */
    public int[] argb(int image) {
        int start = start(image);
        int plane = height * width;
        int green = channels < 3 ? 0 : plane;
        int[] colours = new int[plane];
        for (int i = 0; i < plane; i++) {
            colours[i] = 0xff000000
                    | (pixels[start + i] & 0xff) << 16
                    | (pixels[start + green + i] & 0xff) << 8
                    | (pixels[start + 2 * green + i] & 0xff);
        }
        return colours;
    }

    private int start(int image) {
        return Objects.checkIndex(image, labels.length) * imageLength();
    }

    /** The first {@code count} images, or all if there are fewer. */
    public ImageSet first(int count) {
        return count >= size()
                ? this
                : select(IntStream.range(0, Math.max(0, count)).toArray());
    }

    /** {@code count} images drawn without replacement by the seed, in the set's own order; all if there are fewer. */
    public ImageSet sample(int count, long seed) {
        if (count >= size()) {
            return this;
        }
        int[] chosen = Arrays.copyOf(SeededRandom.at(seed, size()).permutation(size()), Math.max(0, count));
        Arrays.sort(chosen);
        return select(chosen);
    }

    /** The images of the given numbers, in that order. */
    public ImageSet select(int[] images) {
        byte[] chosenPixels = new byte[Math.multiplyExact(images.length, imageLength())];
        int[] chosenLabels = new int[images.length];
        for (int i = 0; i < images.length; i++) {
            copyImage(images[i], chosenPixels, i * imageLength());
            chosenLabels[i] = labels[images[i]];
        }
        return new ImageSet(name, channels, height, width, chosenPixels, chosenLabels, classNames);
    }

    /**
     * The same images in another shape: resampled, grey repeated for three channels, three averaged to grey.
     *
     * @throws IllegalArgumentException between other numbers of channels than 1 and 3
     */
    public ImageSet inShape(ImageShape shape) {
        if (shape.equals(shape())) {
            return this;
        }
        if (channels != shape.channels()
                && !(channels == 1 && shape.channels() == 3)
                && !(channels == 3 && shape.channels() == 1)) {
            throw new IllegalArgumentException("images of " + channels + " channels cannot be shown to a network of "
                    + shape.channels() + " channels");
        }
        byte[] shaped = new byte[Math.multiplyExact(size(), shape.length())];
        Resampler resampler = Resampler.between(height, width, shape.height(), shape.width());
        IntStream.range(0, size()).parallel().forEach(image -> reshape(image, shape, resampler, shaped));
        return new ImageSet(name, shape.channels(), shape.height(), shape.width(), shaped, labels, classNames);
    }

    private void reshape(int image, ImageShape shape, Resampler resampler, byte[] target) {
        byte[] source = channels == 3 && shape.channels() == 1 ? grey(image) : plain(image);
        int sourcePlane = channels == 1 || shape.channels() == 1 ? 0 : height * width;
        for (int channel = 0; channel < shape.channels(); channel++) {
            int plane = shape.height() * shape.width();
            resampler.resample(source, channel * sourcePlane, target, image * shape.length() + channel * plane);
        }
    }

    private byte[] plain(int image) {
        byte[] values = new byte[imageLength()];
        copyImage(image, values, 0);
        return values;
    }

    /** Luminance after ITU-R BT.601. */
    private byte[] grey(int image) {
        byte[] values = new byte[height * width];
        int start = start(image);
        for (int i = 0; i < values.length; i++) {
            int red = pixels[start + i] & 0xff;
            int green = pixels[start + values.length + i] & 0xff;
            int blue = pixels[start + 2 * values.length + i] & 0xff;
            values[i] = (byte) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
        }
        return values;
    }

    /** Whether classes and image shape are the same. */
    public boolean sameKindAs(ImageSet other) {
        return channels == other.channels
                && height == other.height
                && width == other.width
                && classNames.equals(other.classNames);
    }

    /** Mean and deviation of each channel over all images; computed once. */
    public ChannelStatistics statistics() {
        ChannelStatistics known = statistics;
        if (known == null) {
            known = ChannelStatistics.ofHistograms(histograms());
            statistics = known;
        }
        return known;
    }

    private long[][] histograms() {
        long[][] counts = new long[channels][256];
        int plane = height * width;
        for (int start = 0, channel = 0; start < pixels.length; start += plane, channel = (channel + 1) % channels) {
            for (int i = start; i < start + plane; i++) {
                counts[channel][pixels[i] & 0xff]++;
            }
        }
        return counts;
    }

    /**
     * The SHA-256 of the content (shape, class names, labels, pixels; not the set's name), 64 hexadecimal digits: equal
     * hashes mean equal data, wherever the files lay. Computed once.
     */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = hash();
            sha256 = known;
        }
        return known;
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String header = size() + "x" + channels + "x" + height + "x" + width + "\n" + String.join("\n", classNames);
            digest.update(header.getBytes(StandardCharsets.UTF_8));
            ByteBuffer labelBytes = ByteBuffer.allocate(labels.length * Integer.BYTES);
            labelBytes.asIntBuffer().put(labels);
            digest.update(labelBytes);
            digest.update(pixels);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name + ": " + size() + " images of " + channels + "x" + height + "x" + width + ", " + classes()
                + " classes";
    }
}
