package org.unfoldlab.datasets.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.Splits;

/**
 * IDX files, the format of MNIST and its relatives (LeCun, Cortes, Burges, yann.lecun.com/exdb/mnist): a magic number, a
 * 32-bit size for each dimension, then bytes; big-endian. Reads the four files of a folder, plain or packed with gzip.
 */
public final class IdxFiles {
    /** The ten digits. */
    public static final List<String> MNIST_CLASS_NAMES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** The ten kinds of clothing, in label order. */
    public static final List<String> FASHION_MNIST_CLASS_NAMES = List.of(
            "T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    private static final int IMAGES_MAGIC = 0x0803;
    private static final int LABELS_MAGIC = 0x0801;

    private IdxFiles() {}

    /**
     * Reads {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the two files that begin with {@code
     * t10k}, each as it is or with {@code .gz} (or named {@code train-images.idx3-ubyte} and so on).
     *
     * @param name the set's name, as in {@code --data}
     */
    public static Splits read(Path folder, String name, List<String> classNames) throws DatasetException {
        return new Splits(part(folder, "train", name, classNames), part(folder, "t10k", name, classNames), List.of());
    }

    private static ImageSet part(Path folder, String part, String name, List<String> classNames)
            throws DatasetException {
        Path imageFile = find(folder, part + "-images-idx3-ubyte", name);
        Path labelFile = find(folder, part + "-labels-idx1-ubyte", name);
        String remedy = "fetch it again with `unfold data download " + name + "`";
        Idx images = Idx.read(imageFile, IMAGES_MAGIC, 3, remedy);
        Idx labels = Idx.read(labelFile, LABELS_MAGIC, 1, remedy);
        if (images.sizes[0] != labels.sizes[0]) {
            throw new DatasetException(imageFile + " holds " + images.sizes[0] + " images, but " + labelFile + " holds "
                    + labels.sizes[0] + " labels; the two do not belong together: " + remedy + ".");
        }
        int[] numbers = labels.numbersBelow(classNames.size());
        return ImageSet.of(name, 1, images.sizes[1], images.sizes[2], images.values(), numbers, classNames);
    }

    /** The names that a file may have, the usual one first; {@code plain} is {@code train-images-idx3-ubyte} or so. */
    public static List<String> names(String plain) {
        String dotted = plain.replace("-idx", ".idx");
        return List.of(plain + ".gz", plain, dotted, dotted + ".gz");
    }

    private static Path find(Path folder, String plain, String name) throws DatasetException {
        for (String candidate : names(plain)) {
            Path file = folder.resolve(candidate);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new DatasetException("There is no " + plain + " (or .gz) in " + folder
                + "; give the folder that holds the four files, or fetch them with `unfold data download " + name
                + "`.");
    }

    /** One file, checked: its sizes, and its bytes from {@code start} on. */
    private record Idx(Path file, String remedy, int[] sizes, byte[] content, int start) {
        static Idx read(Path file, int magic, int dimensions, String remedy) throws DatasetException {
            byte[] content = bytes(file, remedy);
            int start = 4 + 4 * dimensions;
            ByteBuffer header = ByteBuffer.wrap(content);
            if (content.length < 4 || header.getInt() != magic) {
                throw new DatasetException(file + " begins with " + hex(content) + " instead of " + hex(magic)
                        + ", so it is no IDX file of " + (dimensions == 3 ? "images" : "labels") + "; " + remedy + ".");
            }
            if (content.length < start) {
                throw new DatasetException(file + " ends within its header, after " + content.length + " of " + start
                        + " bytes; " + remedy + ".");
            }
            int[] sizes = new int[dimensions];
            long expected = 1;
            for (int i = 0; i < dimensions; i++) {
                sizes[i] = header.getInt();
                expected *= Math.max(0, sizes[i]);
            }
            if (expected < 1 || content.length - start != expected) {
                throw new DatasetException(file + " has " + (content.length - start) + " bytes after its header, which"
                        + " announces " + expected + "; it is truncated or damaged: " + remedy + ".");
            }
            return new Idx(file, remedy, sizes, content, start);
        }

        private static byte[] bytes(Path file, String remedy) throws DatasetException {
            boolean packed = file.toString().endsWith(".gz");
            try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                    InputStream stream = packed ? new GZIPInputStream(raw, 1 << 16) : raw) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw packed ? Problems.damagedArchive(file, e, remedy) : Problems.unreadable(file, e);
            }
        }

        private static String hex(byte[] content) {
            return content.length < 4
                    ? "only " + content.length + " bytes"
                    : hex(ByteBuffer.wrap(content).getInt());
        }

        private static String hex(int magic) {
            return String.format("%08x", magic);
        }

        byte[] values() {
            byte[] values = new byte[content.length - start];
            System.arraycopy(content, start, values, 0, values.length);
            return values;
        }

        int[] numbersBelow(int bound) throws DatasetException {
            int[] numbers = new int[content.length - start];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = content[start + i] & 0xff;
                if (numbers[i] >= bound) {
                    throw new DatasetException(file + ", label " + i + " (byte " + (start + i) + "): " + numbers[i]
                            + " is none of 0 to " + (bound - 1) + "; the file is damaged: " + remedy + ".");
                }
            }
            return numbers;
        }
    }
}
