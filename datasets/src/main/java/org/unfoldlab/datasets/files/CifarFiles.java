package org.unfoldlab.datasets.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.Splits;

/**
 * CIFAR-10, binary version (Krizhevsky 2009): files of records of 3,073 bytes, a label of 0 … 9 and 3×32×32 values.
 * Reads a folder with {@code data_batch_*.bin} and {@code test_batch.bin}, or the official {@code
 * cifar-10-binary.tar.gz} as it is. Fewer than the five training batches are accepted, and a note says so.
 */
public final class CifarFiles {
    /** The official archive's name. */
    public static final String ARCHIVE = "cifar-10-binary.tar.gz";

    /** The folder inside the archive. */
    public static final String FOLDER = "cifar-10-batches-bin";

    /** The ten classes, in label order. */
    public static final List<String> CLASS_NAMES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final String TEST_BATCH = "test_batch.bin";
    private static final List<String> BATCHES = List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin",
            TEST_BATCH);
    private static final int TRAIN_BATCHES = BATCHES.size() - 1;
    private static final String REMEDY = "fetch the set again with `unfold data download cifar-10`";

    private CifarFiles() {}

    /**
     * Reads the set at a path.
     *
     * @param path a folder with the batches, a folder that holds such a folder or the archive, or the archive itself
     */
    public static Splits read(Path path) throws DatasetException {
        try {
            Path place = locate(path);
            return Files.isDirectory(place) ? readFolder(place) : readArchive(place);
        } catch (IOException e) {
            throw Problems.unreadable(path, e);
        }
    }

    /** A whole folder comes before the archive, but the archive before a folder of which only a part was unpacked. */
    private static Path locate(Path path) throws DatasetException {
        if (Files.isRegularFile(path)) {
            return path;
        }
        Path folder = path.resolve(FOLDER);
        Path archive = path.resolve(ARCHIVE);
        Stream<Path> whole = Stream.of(path, folder).filter(CifarFiles::holdsAll);
        Stream<Path> packed = Stream.of(archive).filter(Files::isRegularFile);
        Stream<Path> part = Stream.of(path).filter(place -> Files.isRegularFile(place.resolve(TEST_BATCH)));
        Stream<Path> any = Stream.of(folder, path).filter(Files::isDirectory);
        return Stream.of(whole, packed, part, any)
                .flatMap(places -> places)
                .findFirst()
                .orElseThrow(() -> nothingAt(path));
    }

    private static boolean holdsAll(Path folder) {
        return BATCHES.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    private static DatasetException nothingAt(Path path) {
        return new DatasetException("There is no CIFAR-10 at " + path + "; give the folder that holds " + BATCHES.get(0)
                + " and " + TEST_BATCH + ", or " + REMEDY + ".");
    }

    private static Splits readFolder(Path folder) throws DatasetException, IOException {
        Map<String, byte[]> batches = new HashMap<>();
        for (String name : BATCHES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                batches.put(name, Files.readAllBytes(file));
            }
        }
        return splits(folder, batches, name -> folder.resolve(name).toString());
    }

    private static Splits readArchive(Path archive) throws DatasetException {
        Map<String, byte[]> batches = new HashMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream unpacked = new GZIPInputStream(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isFile() && BATCHES.contains(name)) {
                    batches.put(name, tar.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw Problems.damagedArchive(archive, e, REMEDY);
        }
        return splits(archive, batches, name -> archive + " (" + name + ")");
    }

    /** Puts the batches together; {@code fullName} is what the user is told if one is wrong. */
    private static Splits splits(Path place, Map<String, byte[]> batches, UnaryOperator<String> fullName)
            throws DatasetException {
        CifarRecords train = new CifarRecords();
        CifarRecords test = new CifarRecords();
        int found = 0;
        for (String name : BATCHES) {
            byte[] content = batches.get(name);
            if (content != null) {
                boolean isTest = name.equals(TEST_BATCH);
                (isTest ? test : train).add(fullName.apply(name), content);
                found += isTest ? 0 : 1;
            }
        }
        requireBoth(place, train, test);
        List<String> notes = found == TRAIN_BATCHES
                ? List.of()
                : List.of(found + " of " + TRAIN_BATCHES + " training batches found in " + place + " (" + train.size()
                        + " images).");
        return new Splits(train.toImageSet(), test.toImageSet(), notes);
    }

    private static void requireBoth(Path place, CifarRecords train, CifarRecords test) throws DatasetException {
        if (train.isEmpty()) {
            throw new DatasetException("No training batch (" + BATCHES.get(0) + " …) lies in " + place
                    + "; give the folder that holds the batches, or " + REMEDY + ".");
        }
        if (test.isEmpty()) {
            throw new DatasetException("The test images " + TEST_BATCH + " are missing in " + place
                    + "; put the file there, or " + REMEDY + ".");
        }
    }
}
