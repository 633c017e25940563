package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.result.HostArray;

class NpzTest {
    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWrote() throws Exception {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("w/V1-V1/conv1@2", HostArray.ofFloats(new int[] {1, 2, 1, 2}, 1f, -2f, Float.NaN, 1e-40f));
        arrays.put("loss", HostArray.scalar(Math.PI));
        arrays.put("labels", HostArray.ofInts(new int[] {3}, 0, -1, Integer.MAX_VALUE));
        arrays.put("position", HostArray.ofLongs(new int[] {1}, Long.MIN_VALUE));
        arrays.put("nothing", HostArray.ofDoubles(new int[] {0, 4}));
        Path file = folder.resolve("arrays.npz");
        Npz.write(file, arrays);
        assertThat(Npz.read(file)).isEqualTo(arrays);
        assertThat(Npz.read(file).keySet()).containsExactlyElementsOf(arrays.keySet());
    }

    @Property(tries = 25)
    void anyDoublesSurvive(@ForAll @Size(max = 9000) double[] values) throws Exception {
        Path file = Files.createTempFile("unfold-test", ".npz");
        try {
            HostArray array = HostArray.ofDoubles(new int[] {values.length}, values);
            Npz.write(file, Map.of("a", array));
            assertThat(Npz.read(file)).isEqualTo(Map.of("a", array));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void equalArraysGiveEqualBytes() throws Exception {
        Map<String, HostArray> arrays = Map.of("x", HostArray.ofFloats(new int[] {2}, 1f, 2f));
        Npz.write(folder.resolve("a.npz"), arrays);
        Npz.write(folder.resolve("b.npz"), arrays);
        assertThat(Files.mismatch(folder.resolve("a.npz"), folder.resolve("b.npz")))
                .isEqualTo(-1);
    }

    @Test
    void readsFortranOrderVersionTwoAndDeflated() throws Exception {
        String head = "{'descr': '<i4', 'fortran_order': True, 'shape': (2, 3), }\n";
        byte[] values = new byte[6 * 4];
        for (int i = 0; i < 6; i++) {
            values[4 * i] = (byte) i;
        }
        Path file = zipOf("a.npy", npyVersionTwo(head, values));
        assertThat(Npz.read(file)).isEqualTo(Map.of("a", HostArray.ofInts(new int[] {2, 3}, 0, 2, 4, 1, 3, 5)));
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> Npz.read(folder.resolve("none.npz")))
                .isInstanceOf(StoreException.class)
                .hasMessage(folder.resolve("none.npz") + " cannot be read. There is no such file.");
    }

    @Test
    void saysThatAFileIsNoArchive() throws IOException {
        Path file = Files.writeString(folder.resolve("text.npz"), "hello");
        assertThatThrownBy(() -> Npz.read(file)).hasMessageEndingWith("It is cut off, damaged, or no .npz archive.");
    }

    @Test
    void saysThatAFileIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(written(1000));
        Path file = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Npz.read(file)).hasMessageEndingWith("It is cut off, damaged, or no .npz archive.");
    }

    @Test
    void noticesAFlippedBit() throws IOException {
        byte[] whole = Files.readAllBytes(written(1000));
        whole[whole.length / 2] ^= 1;
        Path file = Files.write(folder.resolve("flipped.npz"), whole);
        assertThatThrownBy(() -> Npz.read(file))
                .hasMessageEndingWith("The array x cannot be used: its checksum is wrong.");
    }

    @Test
    void namesAnElementTypeItDoesNotKnow() throws IOException {
        String head = "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }\n";
        Path file = zipOf("z.npy", npyVersionTwo(head, new byte[8]));
        assertThatThrownBy(() -> Npz.read(file))
                .hasMessageContaining("The array z cannot be used: its element type <c8");
    }

    @Test
    void doesNotTrustAHugeShape() throws IOException {
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (200000000,), }\n";
        Path file = zipOf("z.npy", npyVersionTwo(head, new byte[8]));
        assertThatThrownBy(() -> Npz.read(file)).hasMessageEndingWith("its length does not fit its shape.");
    }

    @Test
    void readsTheGoldenCases() throws IOException {
        Path golden = SharedFolder.orSkip("golden");
        try (Stream<Path> files = Files.list(golden)) {
            List<Path> cases =
                    files.filter(file -> file.toString().endsWith(".npz")).toList();
            assertThat(cases).isNotEmpty();
            for (Path file : cases) {
                Map<String, HostArray> arrays = Npz.read(file);
                assertThat(arrays).containsKeys("x", "labels", "loss", "step_losses");
                assertThat(arrays.get("labels"))
                        .satisfies(labels ->
                                assertThat(labels.asInts()).hasSize(12).doesNotContain(-1, 10));
                assertThat(arrays.get("step_losses"))
                        .satisfies(losses -> assertThat(losses.shape()).containsExactly(4));
            }
        }
    }

    private Path written(int size) throws StoreException {
        Path file = folder.resolve("whole.npz");
        Npz.write(file, Map.of("x", HostArray.ofFloats(new int[] {size}, new float[size])));
        return file;
    }

    private Path zipOf(String entry, byte[] content) throws IOException {
        Path file = folder.resolve("made.npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    private static byte[] npyVersionTwo(String head, byte[] values) {
        byte[] text = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[12 + text.length + values.length];
        System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, (byte) text.length}, 0, all, 0, 9);
        System.arraycopy(text, 0, all, 12, text.length);
        System.arraycopy(values, 0, all, 12 + text.length, values.length);
        return all;
    }
}
