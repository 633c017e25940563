package org.unfoldlab.app.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.catalog.Download;
import org.unfoldlab.datasets.catalog.KnownFile;

@Timeout(30)
class GpuLibrariesTest {
    private static final Download.Progress QUIET = (file, bytes, total) -> {};

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init") // made before each test
    private FakeRepository repository;

    @BeforeEach
    void startRepository() throws IOException {
        repository = new FakeRepository();
    }

    @AfterEach
    void stopRepository() {
        repository.close();
    }

    private GpuLibraries libraries() {
        return repository.libraries(home);
    }

    @Test
    void saysHowLargeEachPartIsAndWhichAreNotThere() throws Exception {
        List<GpuLibraries.Offer> offers = libraries().ask();
        assertThat(offers).hasSize(9);
        KnownFile first = offers.get(0).file().orElseThrow();
        assertThat(first.name()).isEqualTo("pytorch-2.10.0-1.5.13-linux-x86_64-gpu.jar");
        assertThat(first.bytes()).isEqualTo(first.name().length() * 1000L + 11_000);
        assertThat(offers.stream()
                        .filter(offer -> offer.file().isEmpty())
                        .map(offer -> offer.part().what()))
                .containsExactly("cuBLAS", "cuDNN", "cuSOLVER", "cuSPARSE", "NCCL");
    }

    @Test
    void whatIsFetchedIsOnTheClassPathOfTheNextWorker() throws Exception {
        GpuLibraries libraries = libraries();
        assertThat(GpuLibraries.jars(home)).isEmpty();
        assertThat(libraries.fetch(libraries.ask(), QUIET)).isEqualTo(Download.Outcome.COMPLETE);
        assertThat(libraries.areHere()).isTrue();
        assertThat(GpuLibraries.jars(home))
                .hasSize(4)
                .allSatisfy(jar -> assertThat(jar).isRegularFile());
    }

    @Test
    void aDownloadThatWasStoppedGoesOnWhereItWas() throws Exception {
        GpuLibraries libraries = libraries();
        List<GpuLibraries.Offer> offers = libraries.ask();
        GpuLibraries.Part first = offers.get(0).part();
        byte[] whole =
                Objects.requireNonNull(repository.files.get(first.address().getPath()));
        Path incoming = Files.createDirectories(home.resolve("gpu").resolve("incoming"));
        Files.write(incoming.resolve(first.file() + ".part"), java.util.Arrays.copyOf(whole, 5000));
        libraries.fetch(offers, QUIET);
        assertThat(repository.ranges).contains("bytes=5000-");
        assertThat(libraries.folder().resolve(first.file())).hasBinaryContent(whole);
    }

    @Test
    void nothingIsUsedUntilAllIsThere() throws Exception {
        GpuLibraries libraries = libraries();
        List<GpuLibraries.Offer> offers = libraries.ask();
        repository.files.remove(offers.get(3).part().address().getPath());
        assertThatThrownBy(() -> libraries.fetch(offers, QUIET)).isInstanceOf(DatasetException.class);
        assertThat(GpuLibraries.jars(home)).isEmpty();
    }

    @Test
    void aWrongFileIsNotUsed() throws Exception {
        GpuLibraries libraries = libraries();
        List<GpuLibraries.Offer> offers = libraries.ask();
        String path = offers.get(2).part().address().getPath();
        byte[] wrong = Objects.requireNonNull(repository.files.get(path)).clone();
        wrong[7]++;
        repository.files.put(path, wrong);
        assertThatThrownBy(() -> libraries.fetch(offers, QUIET))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("its SHA-1 is not");
        assertThat(GpuLibraries.jars(home)).isEmpty();
    }

    @Test
    void thereAreNoneForAMac() {
        assertThat(new GpuLibraries(home, GpuLibraries.MAVEN_CENTRAL, "macosx-arm64").areOffered())
                .isFalse();
    }
}
