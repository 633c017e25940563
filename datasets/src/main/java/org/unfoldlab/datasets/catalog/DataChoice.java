package org.unfoldlab.datasets.catalog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.datasets.files.CifarFiles;
import org.unfoldlab.datasets.files.IdxFiles;
import org.unfoldlab.datasets.files.ImageFolder;
import org.unfoldlab.datasets.shapes.Shapes;

/**
 * What a user chose as data: {@code shapes}, {@code shapes:SEED}, {@code cifar-10}, {@code cifar-10:PATH}, {@code
 * mnist[:PATH]}, {@code fashion-mnist[:PATH]} or {@code folder:PATH}. Without a path, a set lies in the folder of its
 * name inside the caller's data folder.
 *
 * @param path where the set lies, if the user said so; always present for {@code folder}, never for {@code shapes}
 * @param seed what {@code shapes} is drawn from, or what splits a folder
 */
public record DataChoice(DataKind kind, Optional<Path> path, long seed) {
    /** The seed of {@code shapes} and of splits, unless told otherwise. */
    public static final long DEFAULT_SEED = 1;

    public DataChoice {
        if (path.isPresent() && kind == DataKind.SHAPES || path.isEmpty() && kind == DataKind.FOLDER) {
            throw new IllegalArgumentException(kind.key() + " with path " + path);
        }
    }

    /** Reads the text after {@code --data}. */
    public static DataChoice parse(String text) throws DatasetException {
        int colon = text.indexOf(':');
        String key = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
        DataKind kind = DataKind.of(key)
                .orElseThrow(() -> new DatasetException("There is no data named \"" + key + "\"; choose one of "
                        + DataKind.allKeys() + ", with :PATH if it lies elsewhere."));
        if (kind == DataKind.SHAPES) {
            return new DataChoice(kind, Optional.empty(), rest.isEmpty() ? DEFAULT_SEED : seed(rest));
        }
        if (kind == DataKind.FOLDER && rest.isEmpty()) {
            throw new DatasetException("\"folder\" needs a path, as in folder:/home/me/pictures.");
        }
        return new DataChoice(kind, rest.isEmpty() ? Optional.empty() : Optional.of(path(rest)), DEFAULT_SEED);
    }

    private static long seed(String text) throws DatasetException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DatasetException(
                    "The seed in \"shapes:" + text + "\" is no whole number; write for example shapes:7.", e);
        }
    }

    /** Shells leave a ~ after a colon as it is. */
    private static Path path(String text) throws DatasetException {
        try {
            boolean inHome = text.equals("~") || text.startsWith("~/");
            return inHome ? Path.of(System.getProperty("user.home") + text.substring(1)) : Path.of(text);
        } catch (InvalidPathException e) {
            throw new DatasetException("\"" + text + "\" is no path on this system; check the spelling.", e);
        }
    }

    /** Where the set lies or would lie; empty for {@code shapes}, which lies nowhere. */
    public Optional<Path> place(Path dataFolder) {
        return kind == DataKind.SHAPES
                ? Optional.empty()
                : Optional.of(path.orElseGet(() -> dataFolder.resolve(kind.key())));
    }

    /**
     * Reads or generates the set, in the shape that a network takes: an image folder is read in that shape, other images
     * are resampled if theirs differs, and a note says so.
     *
     * @param dataFolder where sets without a path lie
     * @param shape the network's stimulus
     */
    public Splits load(Path dataFolder, ImageShape shape) throws DatasetException {
        return load(dataFolder, shape, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Reads or generates the set and keeps the first images of it, in the shape that a network takes. What is not kept
     * is not resampled either.
     *
     * @param dataFolder where sets without a path lie
     * @param shape the network's stimulus
     * @param trainImages how many to keep at most, likewise {@code testImages}
     */
    public Splits load(Path dataFolder, ImageShape shape, int trainImages, int testImages) throws DatasetException {
        Path place = place(dataFolder).orElse(dataFolder);
        if (kind == DataKind.FOLDER && shape.channels() != 1 && shape.channels() != 3) {
            throw new DatasetException("The network's stimulus has " + shape.channels()
                    + " channels; for an image folder it needs 1 or 3.");
        }
        Splits splits = switch (kind) {
            case SHAPES -> Shapes.generate(seed);
            case CIFAR_10 -> CifarFiles.read(place);
            case MNIST -> IdxFiles.read(place, kind.key(), IdxFiles.MNIST_CLASS_NAMES);
            case FASHION_MNIST -> IdxFiles.read(place, kind.key(), IdxFiles.FASHION_MNIST_CLASS_NAMES);
            case FOLDER -> ImageFolder.read(place, shape, seed);
        };
        return splits.first(trainImages, testImages).inShape(shape);
    }

    /** The text that {@link #parse} reads back. */
    @Override
    public String toString() {
        if (kind == DataKind.SHAPES) {
            return seed == DEFAULT_SEED ? kind.key() : kind.key() + ":" + seed;
        }
        return kind.key() + path.map(p -> ":" + p).orElse("");
    }
}
