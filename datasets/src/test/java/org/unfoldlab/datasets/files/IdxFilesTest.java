package org.unfoldlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.RealData;
import org.unfoldlab.datasets.Splits;

class IdxFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeASmallSet() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(images(4)));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(3, 1, 4, 1));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(2));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(labels(9, 0)));
    }

    /** Images of 2×3, image i of values 10 i … 10 i + 5. */
    private static byte[] images(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + 6 * count);
        bytes.putInt(0x0803).putInt(count).putInt(2).putInt(3);
        for (int i = 0; i < 6 * count; i++) {
            bytes.put((byte) (i / 6 * 10 + i % 6));
        }
        return bytes.array();
    }

    private static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
        bytes.putInt(0x0801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }

    private Splits read() throws DatasetException {
        return IdxFiles.read(folder, "mnist", IdxFiles.MNIST_CLASS_NAMES);
    }

    private void assertRefused(String expected) {
        assertThatThrownBy(this::read).isInstanceOf(DatasetException.class).hasMessageContaining(expected);
    }

    @Test
    void readsPlainAndPackedFiles() throws Exception {
        Splits splits = read();

        assertThat(splits.train().toString()).isEqualTo("mnist: 4 images of 1x2x3, 10 classes");
        assertThat(splits.train().label(2)).isEqualTo(4);
        assertThat(splits.train().value(3, 0, 1, 2)).isEqualTo(35);
        assertThat(splits.test().label(0)).isEqualTo(9);
    }

    @Test
    void aTruncatedFileIsNamedWithWhatIsThere() throws Exception {
        Path file = folder.resolve("t10k-images-idx3-ubyte");
        Files.write(file, Arrays.copyOf(images(2), 20));

        assertRefused(file + " has 4 bytes after its header, which announces 12; it is truncated or damaged: fetch it"
                + " again with `unfold data download mnist`.");
    }

    @Test
    void aTruncatedPackedFileIsNamed() throws Exception {
        Path file = folder.resolve("train-images-idx3-ubyte.gz");
        byte[] whole = gzip(images(4));
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));

        assertRefused(file + " ends too early, so it is truncated");
    }

    @Test
    void labelsInPlaceOfImagesAreTold() throws Exception {
        Path file = folder.resolve("train-images-idx3-ubyte.gz");
        Files.write(file, gzip(labels(1, 2)));

        assertRefused(file + " begins with 00000801 instead of 00000803, so it is no IDX file of images");
    }

    @Test
    void aShortHeaderAnEmptyFileAndAWrongLabelAreNamed() throws Exception {
        Path file = folder.resolve("t10k-images-idx3-ubyte");
        Files.write(file, Arrays.copyOf(images(2), 10));
        assertRefused(file + " ends within its header, after 10 of 16 bytes");
        Files.write(file, new byte[0]);
        assertRefused(file + " begins with only 0 bytes instead of 00000803");
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(3, 1, 10, 1));
        assertRefused("train-labels-idx1-ubyte, label 2 (byte 10): 10 is none of 0 to 9");
    }

    @Test
    void imagesAndLabelsMustBelongTogether() throws Exception {
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(3, 1));

        assertRefused("holds 4 images, but " + folder.resolve("train-labels-idx1-ubyte") + " holds 2 labels");
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(folder.resolve("train-labels-idx1-ubyte"));

        assertRefused("There is no train-labels-idx1-ubyte (or .gz) in " + folder);
    }

    @Test
    void theRealFashionMnistIsWhole() throws Exception {
        Splits splits =
                IdxFiles.read(RealData.require("fashion-mnist"), "fashion-mnist", IdxFiles.FASHION_MNIST_CLASS_NAMES);

        assertThat(splits.train().size()).isEqualTo(60_000);
        assertThat(splits.test().size()).isEqualTo(10_000);
        assertThat(splits.train().classNames().get(splits.train().label(0))).isEqualTo("ankle boot");
        assertThat(splits.train().statistics().mean()[0]).isBetween(0.2860, 0.2861);
        assertThat(splits.train().statistics().deviation()[0]).isBetween(0.3530, 0.3531);
    }
}
