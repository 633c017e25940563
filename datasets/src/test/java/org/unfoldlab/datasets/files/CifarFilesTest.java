package org.unfoldlab.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.RealData;
import org.unfoldlab.datasets.Splits;

class CifarFilesTest {
    @TempDir
    Path folder;

    /** Records with labels first, first + 1, …, whose values are all their label × 10. */
    private static byte[] records(int first, int count) {
        byte[] content = new byte[count * 3073];
        for (int i = 0; i < count; i++) {
            Arrays.fill(content, i * 3073, (i + 1) * 3073, (byte) (10 * (first + i)));
            content[i * 3073] = (byte) (first + i);
        }
        return content;
    }

    private void batches(int... numbers) throws IOException {
        for (int number : numbers) {
            Files.write(folder.resolve("data_batch_" + number + ".bin"), records(number, 2));
        }
        Files.write(folder.resolve("test_batch.bin"), records(7, 3));
    }

    @Test
    void readsAllBatchesInOrder() throws Exception {
        batches(1, 2, 3, 4, 5);

        Splits splits = CifarFiles.read(folder);

        assertThat(splits.train().size()).isEqualTo(10);
        assertThat(splits.train().label(2)).isEqualTo(2);
        assertThat(splits.train().value(3, 2, 31, 31)).isEqualTo(30);
        assertThat(splits.test().label(2)).isEqualTo(9);
        assertThat(splits.notes()).isEmpty();
    }

    @Test
    void saysHowManyTrainingBatchesWereFound() throws Exception {
        batches(1, 4);

        assertThat(CifarFiles.read(folder).notes())
                .containsExactly("2 of 5 training batches found in " + folder + " (4 images).");
    }

    @Test
    void readsTheOfficialArchiveAsItIsOrFromTheFolderThatHoldsIt() throws Exception {
        Path archive = folder.resolve("cifar-10-binary.tar.gz");
        Files.write(archive, archive(3));

        assertThat(CifarFiles.read(archive).train().size()).isEqualTo(6);
        assertThat(CifarFiles.read(folder).test().size()).isEqualTo(3);
    }

    @Test
    void theArchiveServesWhereOnlyAPartOfItWasUnpacked() throws Exception {
        Files.write(folder.resolve("cifar-10-binary.tar.gz"), archive(5));
        Path unpacked = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
        for (int number = 1; number <= 5; number++) {
            Files.write(unpacked.resolve("data_batch_" + number + ".bin"), records(number, 1));
        }
        assertThat(CifarFiles.read(folder).train().size()).isEqualTo(10);

        Files.write(unpacked.resolve("test_batch.bin"), records(7, 1));
        assertThat(CifarFiles.read(folder).train().size()).as("all is unpacked").isEqualTo(5);
    }

    private static byte[] archive(int trainBatches) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
            for (int number = 1; number <= trainBatches; number++) {
                member(tar, "cifar-10-batches-bin/data_batch_" + number + ".bin", records(number, 2));
            }
            member(tar, "cifar-10-batches-bin/readme.html", new byte[] {1, 2, 3});
            member(tar, "cifar-10-batches-bin/test_batch.bin", records(0, 3));
        }
        return bytes.toByteArray();
    }

    private static void member(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    @Test
    void aTruncatedBatchIsNamedWithWhatIsLeftOfItAndLeftAsItIs() throws Exception {
        batches(1, 2);
        Path file = folder.resolve("data_batch_2.bin");
        byte[] half = Arrays.copyOf(records(2, 2), 3073 + 100);
        Files.write(file, half);

        assertThatThrownBy(() -> CifarFiles.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessage(file + " has 3173 bytes, which is no whole number of records of 3073 bytes (1 records and"
                        + " 100 bytes); it is truncated or no CIFAR-10 batch: fetch it again.");
        assertThat(file).hasBinaryContent(half);
    }

    @Test
    void aWrongLabelIsNamedWithItsPlace() throws Exception {
        batches(1);
        byte[] wrong = records(1, 3);
        wrong[2 * 3073] = 11;
        Files.write(folder.resolve("data_batch_1.bin"), wrong);

        assertThatThrownBy(() -> CifarFiles.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("data_batch_1.bin, record 2 (byte 6146): label 11 is none of 0 to 9");
    }

    @Test
    void aTruncatedArchiveIsNamed() throws Exception {
        Path archive = folder.resolve("cifar-10-binary.tar.gz");
        byte[] whole = archive(2);
        Files.write(archive, Arrays.copyOf(whole, whole.length - 40));

        assertThatThrownBy(() -> CifarFiles.read(archive))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(archive + " ends too early, so it is truncated; ");
    }

    @Test
    void aFileThatIsNoArchiveIsNamed() throws Exception {
        Path archive = Files.writeString(folder.resolve("cifar-10-binary.tar.gz"), "<html>not found</html>");

        assertThatThrownBy(() -> CifarFiles.read(archive))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(archive + " is no valid gzip file");
    }

    @Test
    void missingPartsAreNamed() throws Exception {
        assertThatThrownBy(() -> CifarFiles.read(folder.resolve("nowhere")))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("There is no CIFAR-10 at " + folder.resolve("nowhere"));
        assertThatThrownBy(() -> CifarFiles.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("No training batch (data_batch_1.bin …) lies in " + folder);
        batches(1);
        Files.delete(folder.resolve("test_batch.bin"));
        assertThatThrownBy(() -> CifarFiles.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The test images test_batch.bin are missing in " + folder);
    }

    @Test
    void theRealFilesHoldWhatIsPublishedAboutThem() throws Exception {
        Path real = RealData.require("cifar-10-batches-bin");

        Splits splits = CifarFiles.read(real);

        assertThat(splits.train().size()).isEqualTo(20_000);
        assertThat(splits.test().size()).isEqualTo(10_000);
        assertThat(splits.notes()).hasSize(1).first().asString().startsWith("2 of 5 training batches");
        // The published figures are of all five batches.
        assertThat(splits.train().statistics().mean())
                .containsExactly(new double[] {0.49140, 0.48216, 0.44653}, within(2e-3));
        assertThat(splits.train().statistics().deviation())
                .containsExactly(new double[] {0.24703, 0.24349, 0.26159}, within(2e-3));
        assertThat(splits.train().label(0)).as("the first image is a frog").isEqualTo(6);
    }
}
