package org.unfoldlab.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.RealData;
import org.unfoldlab.datasets.catalog.CatalogEntry.Presence;
import org.unfoldlab.datasets.catalog.FileCheck.State;

class CatalogTest {
    private static CatalogEntry entry(DataKind kind) {
        return Catalog.entry(kind).orElseThrow();
    }

    @Test
    void everySumIsASha256AndEverySourceIsSecure() {
        for (CatalogEntry entry : Catalog.entries()) {
            entry.forms().stream().flatMap(form -> form.files().stream()).forEach(file -> {
                assertThat(file.sum()).matches("[0-9a-f]{64}");
                assertThat(file.bytes()).isPositive();
            });
            assertThat(entry.sources())
                    .allMatch(source -> source.getScheme().equals("https")
                            && source.toString().endsWith("/"));
            assertThat(entry.classes()).hasSize(10);
        }
        assertThat(Catalog.entry(DataKind.FOLDER)).isEmpty();
    }

    @Test
    void presenceIsJudgedByNames(@TempDir Path place) throws Exception {
        CatalogEntry cifar = entry(DataKind.CIFAR_10);

        assertThat(entry(DataKind.SHAPES).presence(place)).isEqualTo(Presence.GENERATED);
        assertThat(cifar.presence(place)).isEqualTo(Presence.ABSENT);
        Files.writeString(place.resolve("test_batch.bin"), "x");
        assertThat(cifar.presence(place)).isEqualTo(Presence.PARTIAL);
        Files.writeString(place.resolve("cifar-10-binary.tar.gz"), "x");
        assertThat(cifar.presence(place)).isEqualTo(Presence.COMPLETE);
        assertThat(cifar.check(place)).extracting(FileCheck::state).containsExactly(State.WRONG);
        assertThat(cifar.check(place.resolve("cifar-10-binary.tar.gz")))
                .extracting(FileCheck::state)
                .containsExactly(State.WRONG);
    }

    @Test
    void anArchiveMayItselfBeThePlace(@TempDir Path place) throws Exception {
        Path archive = Files.writeString(place.resolve("cifar.tar.gz"), "x");

        assertThat(entry(DataKind.CIFAR_10).presence(archive)).isEqualTo(Presence.COMPLETE);
        assertThat(entry(DataKind.MNIST).presence(archive)).isEqualTo(Presence.ABSENT);
    }

    @Test
    void namesWithADotServeWhereTheyCanBeRead(@TempDir Path place) throws Exception {
        Files.writeString(place.resolve("train-images.idx3-ubyte"), "x");
        Files.writeString(place.resolve("train-labels.idx1-ubyte.gz"), "x");
        Files.writeString(place.resolve("t10k-images-idx3-ubyte"), "x");
        Files.writeString(place.resolve("t10k-labels-idx1-ubyte.gz"), "x");

        assertThat(entry(DataKind.MNIST).presence(place)).isEqualTo(Presence.COMPLETE);
    }

    @Test
    void theRealCifarBatchesHaveThePublishedSums() {
        Path real = RealData.require("cifar-10-batches-bin");
        CatalogEntry cifar = entry(DataKind.CIFAR_10);

        assertThat(cifar.presence(real)).isEqualTo(Presence.PARTIAL);
        assertThat(cifar.check(real))
                .extracting(FileCheck::state)
                .containsExactly(State.RIGHT, State.RIGHT, State.MISSING, State.MISSING, State.MISSING, State.RIGHT);
    }

    @Test
    void filesPackedAnewHaveTheRightContent() {
        Path real = RealData.require("fashion-mnist");

        assertThat(entry(DataKind.FASHION_MNIST).check(real))
                .extracting(FileCheck::state)
                .containsExactly(State.RIGHT_CONTENT, State.RIGHT, State.RIGHT_CONTENT, State.RIGHT);
    }
}
