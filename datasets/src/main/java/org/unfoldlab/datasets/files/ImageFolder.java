package org.unfoldlab.datasets.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.Resampler;
import org.unfoldlab.datasets.SeededRandom;
import org.unfoldlab.datasets.Splits;

/**
 * A folder with one subfolder of images for each class (PNG, JPEG, GIF, BMP; any size), or with {@code train/} and
 * {@code test/} that are such folders. Without them, a sixth of each class, drawn by the seed, is for testing. Classes
 * and files are taken in the order of their names. Each image's middle part is brought to the wanted size, undistorted;
 * transparent pixels are shown on black.
 */
public final class ImageFolder {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final int TEST_PART = 6;
    private static final String TRAIN = "train";
    private static final String TEST = "test";

    private ImageFolder() {}

    /** An image file and its class. */
    private record Item(Path file, int label) {}

    /**
     * Reads all images.
     *
     * @param shape what to bring them to; 1 or 3 channels
     * @param seed for the split, where the folder itself has none
     */
    public static Splits read(Path folder, ImageShape shape, long seed) throws DatasetException {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(
                    folder + " is no folder; give one that has a subfolder of images for each class.");
        }
        if (isSplit(folder)) {
            return readSplit(folder, folder.resolve(TRAIN), folder.resolve(TEST), shape);
        }
        List<String> classNames = classNames(folder);
        List<Item> trainItems = new ArrayList<>();
        List<Item> testItems = new ArrayList<>();
        for (int label = 0; label < classNames.size(); label++) {
            split(items(folder, classNames, label), SeededRandom.at(seed, label), trainItems, testItems);
        }
        String note = "A sixth of " + folder + " (" + testItems.size() + " of " + (trainItems.size() + testItems.size())
                + " images) is set aside for testing.";
        return new Splits(
                load(folder, trainItems, classNames, shape), load(folder, testItems, classNames, shape), List.of(note));
    }

    /**
     * The classes that {@link #read} finds, without reading images.
     *
     * @throws DatasetException if there are fewer than two
     */
    public static List<String> classesIn(Path folder) throws DatasetException {
        return classNames(isSplit(folder) ? folder.resolve(TRAIN) : folder);
    }

    private static boolean isSplit(Path folder) {
        return Files.isDirectory(folder.resolve(TRAIN)) && Files.isDirectory(folder.resolve(TEST));
    }

    /**
     * Reads one image file of any size.
     *
     * @param shape what to bring it to; 1 or 3 channels
     * @return channels × height × width bytes
     */
    public static byte[] image(Path file, ImageShape shape) throws DatasetException {
        byte[] pixels = new byte[shape.length()];
        draw(file, shape, pixels, 0);
        return pixels;
    }

    private static Splits readSplit(Path folder, Path train, Path test, ImageShape shape) throws DatasetException {
        List<String> classNames = classNames(train);
        if (!classNames.equals(classNames(test))) {
            throw new DatasetException(train + " and " + test + " have different subfolders (" + classNames + " and "
                    + classNames(test) + "); give both one subfolder for each class.");
        }
        List<Item> trainItems = new ArrayList<>();
        List<Item> testItems = new ArrayList<>();
        for (int label = 0; label < classNames.size(); label++) {
            trainItems.addAll(items(train, classNames, label));
            testItems.addAll(items(test, classNames, label));
        }
        return new Splits(
                load(folder, trainItems, classNames, shape), load(folder, testItems, classNames, shape), List.of());
    }

    private static void split(List<Item> items, SeededRandom random, List<Item> train, List<Item> test)
            throws DatasetException {
        if (items.size() < 2) {
            throw new DatasetException(items.get(0).file().getParent()
                    + " holds a single image; a class needs at least 2, one to train and one to test on.");
        }
        int[] order = random.permutation(items.size());
        int testSize = Math.max(1, items.size() / TEST_PART);
        int[] testPlaces = Arrays.copyOf(order, testSize);
        Arrays.sort(testPlaces);
        for (int i = 0; i < items.size(); i++) {
            (Arrays.binarySearch(testPlaces, i) >= 0 ? test : train).add(items.get(i));
        }
    }

    private static List<String> classNames(Path folder) throws DatasetException {
        List<String> names = list(folder).stream()
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .toList();
        if (names.size() < 2) {
            throw new DatasetException(
                    folder + " has " + names.size() + (names.size() == 1 ? " subfolder" : " subfolders")
                            + "; give a folder that has one subfolder of images for each of at least 2 classes.");
        }
        return names;
    }

    private static List<Item> items(Path folder, List<String> classNames, int label) throws DatasetException {
        Path classFolder = folder.resolve(classNames.get(label));
        List<Item> items = list(classFolder).stream()
                .filter(ImageFolder::isImage)
                .map(file -> new Item(file, label))
                .toList();
        if (items.isEmpty()) {
            throw new DatasetException(
                    classFolder + " holds no image; put PNG or JPEG files there, or remove the empty subfolder.");
        }
        return items;
    }

    private static List<Path> list(Path folder) throws DatasetException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw Problems.unreadable(folder, e);
        }
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static ImageSet load(Path folder, List<Item> items, List<String> classNames, ImageShape shape)
            throws DatasetException {
        shape.requireRoom(folder.toString(), items.size());
        byte[] pixels = new byte[items.size() * shape.length()];
        @Nullable DatasetException[] problems = new @Nullable DatasetException[items.size()];
        IntStream.range(0, items.size()).parallel().forEach(i -> {
            try {
                draw(items.get(i).file(), shape, pixels, i * shape.length());
            } catch (DatasetException e) {
                problems[i] = e;
            }
        });
        for (DatasetException problem : problems) {
            if (problem != null) {
                throw problem;
            }
        }
        int[] labels = items.stream().mapToInt(Item::label).toArray();
        String name = folder.getFileName() == null
                ? folder.toString()
                : folder.getFileName().toString();
        return ImageSet.of(name, shape.channels(), shape.height(), shape.width(), pixels, labels, classNames);
    }

    private static void draw(Path file, ImageShape shape, byte[] pixels, int offset) throws DatasetException {
        BufferedImage image = decode(file);
        int height = image.getHeight();
        int width = image.getWidth();
        int[] colours = image.getRGB(0, 0, width, height, null, 0, width);
        Resampler resampler = Resampler.covering(height, width, shape.height(), shape.width());
        byte[] plane = new byte[height * width];
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte) part(colours[i], channel, shape.channels());
            }
            resampler.resample(plane, 0, pixels, offset + channel * shape.height() * shape.width());
        }
    }

    private static BufferedImage decode(Path file) throws DatasetException {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new DatasetException(file
                        + " is no image in a format that can be read (PNG, JPEG, GIF, BMP); convert or remove it.");
            }
            return image;
        } catch (IOException | RuntimeException e) {
            throw new DatasetException(
                    file + " is damaged or no such image (" + e.getMessage() + "); replace or remove it.", e);
        }
    }

    /** Red, green or blue, or the luminance (ITU-R BT.601) if there is one channel, dimmed by transparency. */
    private static int part(int colour, int channel, int channels) {
        int alpha = colour >>> 24;
        int red = colour >> 16 & 0xff;
        int green = colour >> 8 & 0xff;
        int blue = colour & 0xff;
        double value = channels == 1
                ? 0.299 * red + 0.587 * green + 0.114 * blue
                : channel == 0 ? red : channel == 1 ? green : blue;
        return (int) Math.round(value * alpha / 255);
    }
}
