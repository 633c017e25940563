package org.unfoldlab.model.store;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint's name tells its place: {@code checkpoint-0003-00012.npz} is three epochs and twelve batches.
 *
 * @param epochsDone epochs learned and measured
 * @param batchesDone batches of the next epoch
 */
public record CheckpointFile(Path path, int epochsDone, int batchesDone) {
    /** By place, the furthest last. */
    static final Comparator<CheckpointFile> BY_PLACE =
            Comparator.comparingInt(CheckpointFile::epochsDone).thenComparingInt(CheckpointFile::batchesDone);

    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{1,9})-(\\d{1,9})\\.npz");

    static CheckpointFile in(Path folder, Checkpoint.Progress at) {
        String name = String.format(Locale.ROOT, "checkpoint-%04d-%05d.npz", at.epochsDone(), at.batchesDone());
        return new CheckpointFile(folder.resolve(name), at.epochsDone(), at.batchesDone());
    }

    static Optional<CheckpointFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                ? Optional.of(
                        new CheckpointFile(path, Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /** The file's name without its folder. */
    public String name() {
        return path.getFileName().toString();
    }

    /**
     * Reads it.
     *
     * @throws StoreException when it is damaged or gone
     */
    public Checkpoint read() throws StoreException {
        return Checkpoint.read(path);
    }
}
