package org.unfoldlab.datasets.files;

import java.util.ArrayList;
import java.util.List;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageSet;

/** Records of 3,073 bytes, gathered from several files and checked as they come. */
final class CifarRecords {
    private static final int CHANNELS = 3;
    private static final int SIDE = 32;
    private static final int IMAGE = CHANNELS * SIDE * SIDE;
    static final int RECORD = 1 + IMAGE;

    private final List<byte[]> files = new ArrayList<>();
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** The number of images so far. */
    int size() {
        return size;
    }

    /** Adds a file's content; {@code name} is what the user is told if it is wrong. */
    void add(String name, byte[] content) throws DatasetException {
        if (content.length == 0 || content.length % RECORD != 0) {
            throw new DatasetException(
                    name + " has " + content.length + " bytes, which is no whole number of records of "
                            + RECORD + " bytes (" + content.length / RECORD + " records and " + content.length % RECORD
                            + " bytes); it is truncated or no CIFAR-10 batch: fetch it again.");
        }
        for (int record = 0; record < content.length / RECORD; record++) {
            int label = content[record * RECORD] & 0xff;
            if (label >= CifarFiles.CLASS_NAMES.size()) {
                throw new DatasetException(name + ", record " + record + " (byte " + (long) record * RECORD
                        + "): label " + label + " is none of 0 to 9; the file is damaged or no CIFAR-10 batch: fetch it"
                        + " again.");
            }
        }
        files.add(content);
        size += content.length / RECORD;
    }

    ImageSet toImageSet() {
        byte[] pixels = new byte[Math.multiplyExact(size, IMAGE)];
        int[] labels = new int[size];
        int image = 0;
        for (byte[] content : files) {
            for (int start = 0; start < content.length; start += RECORD, image++) {
                labels[image] = content[start];
                System.arraycopy(content, start + 1, pixels, image * IMAGE, IMAGE);
            }
        }
        return ImageSet.of("cifar-10", CHANNELS, SIDE, SIDE, pixels, labels, CifarFiles.CLASS_NAMES);
    }
}
