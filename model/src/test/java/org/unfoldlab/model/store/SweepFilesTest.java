package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.sweep.Axis;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.Sweep;
import org.unfoldlab.model.sweep.SweepQueue;
import org.unfoldlab.model.sweep.Sweeps;

class SweepFilesTest {
    @Provide
    Arbitrary<Sweep> sweeps() {
        return Sweeps.any();
    }

    @Property(tries = 40)
    void whatIsWrittenIsReadAgain(@ForAll("sweeps") Sweep sweep) {
        SweepReading reading = SweepFiles.parse("a.json", SweepFiles.text(sweep), Path.of(""));
        assertThat(reading).isEqualTo(new SweepReading.Read(sweep));
    }

    private static Sweep read(String text) {
        SweepReading reading = SweepFiles.parse("a.json", text, Path.of(""));
        assertThat(reading).isInstanceOf(SweepReading.Read.class);
        return ((SweepReading.Read) reading).sweep();
    }

    private static String complaint(String text) {
        SweepReading reading = SweepFiles.parse("a.json", text, Path.of(""));
        assertThat(reading).isInstanceOf(SweepReading.Unreadable.class);
        return ((SweepReading.Unreadable) reading).message();
    }

    @Test
    void aPresetIsVariedByListsAndSetBySingleValues() {
        Sweep sweep = read("""
            {"sweep": 1, "network": "demo", "mood": "good",
             "vary": {"time": [3, 5.0], "statistics": ["shared", "per-time"], "epochs": 2}}\
            """);
        assertThat(sweep.title()).isEqualTo("Demo: 2-state FRNN on shapes");
        assertThat(sweep.values())
                .isEqualTo(Map.of(
                        Axis.TIME, List.of("3", "5"),
                        Axis.STATISTICS, List.of("shared", "per-time"),
                        Axis.EPOCHS, List.of("2")));
        assertThat(SweepFiles.text(sweep)).contains("\"mood\": \"good\"");
    }

    @Test
    void aNetworkFileLiesBesideTheSweep(@TempDir Path folder) throws IOException {
        NetworkFiles.write(folder.resolve("mine.unfold"), Sweeps.preset("demo"));
        Path file = folder.resolve("grid.json");
        Files.writeString(file, "{\"sweep\": 1, \"network\": \"mine.unfold\", \"vary\": {\"seed\": [1, 2]}}");
        assertThat(((SweepReading.Read) SweepFiles.read(file)).sweep().runs()).hasSize(2);
    }

    @Test
    void everyMistakeIsSaidWithItsPlace() {
        String said = complaint("""
            {"sweep": 1, "network": "demo", "vary": {"time": [3, 0], "sharing": "some", "depth": 4}}\
            """);
        assertThat(said)
                .startsWith("a.json cannot be read. vary.time must be a whole number from 1, found 0 at line 1")
                .contains("vary.sharing must be over-time or none, found \"some\" at line 1")
                .contains("vary.depth must be one of time, sharing");
        assertThat(complaint("{\"sweep\": 1, \"network\": \"demoo\"}")).contains("Did you mean demo?");
        assertThat(complaint("{\"sweep\": 1}")).contains("network is missing");
        assertThat(complaint("{\"sweep\": 7, \"network\": \"demo\"}")).contains("format 7 is unknown");
        assertThat(complaint("{}")).contains("\"sweep\" is missing");
        assertThat(complaint("{\"sweep\": 1,")).contains("line 1");
        assertThat(SweepFiles.read(Path.of("nowhere.json")))
                .isEqualTo(new SweepReading.Unreadable("nowhere.json cannot be read. There is no such file."));
    }

    @Test
    void runsAreFoundByTheirExperimentWhateverTheirFolderIsCalled(@TempDir Path home) throws IOException {
        Sweep sweep = new Sweep("Seeds", Sweeps.preset("demo"), Map.of(Axis.SEED, List.of("1", "2")));
        SweepFolder folder = SweepFolder.create(home.resolve("grid"), sweep);
        assertThat(SweepFolder.isSweep(folder.path())).isTrue();
        assertThat(folder.sweep()).isEqualTo(sweep);
        PlannedRun second = sweep.runs().get(1);
        Path run = folder.fresh(second);
        assertThat(run.getFileName()).hasToString("002-seed-2");
        String hash = NetworkFiles.specHash(second.document());
        Provenance provenance = new Provenance(hash, "data", 2, "nd4j", "CPU", "float", 2, "0.1", "17", Instant.EPOCH);
        RunWriter.create(run, second.document(), provenance).close();
        assertThat(folder.runs()).isEqualTo(Map.of(hash, run));
        assertThat(folder.fresh(second)).isNotEqualTo(run);
        Path moved = Files.move(run, folder.path().resolve("another-name"));
        assertThat(folder.runs()).isEqualTo(Map.of(hash, moved));
    }

    @Test
    void onlyWhatEndedByItselfIsNotGoneOnWith() {
        assertThat(SweepFolder.state(RunRecord.EMPTY)).isEqualTo(SweepQueue.State.WAITING);
        assertThat(ended(new StopReason.Completed())).isEqualTo(SweepQueue.State.FINISHED);
        assertThat(ended(new StopReason.StoppedByUser())).isEqualTo(SweepQueue.State.WAITING);
        assertThat(ended(new StopReason.Failed("out of memory."))).isEqualTo(SweepQueue.State.WAITING);
        assertThat(ended(new StopReason.Diverged("V2", 1, 3, Double.NaN, java.util.OptionalInt.empty(), 0.1)))
                .isEqualTo(SweepQueue.State.FAILED);
    }

    private static SweepQueue.State ended(StopReason reason) {
        return SweepFolder.state(RunRecord.EMPTY.with(new TrainingEvent.Stopped(Instant.EPOCH, reason)));
    }

    @Test
    void twoProcessesDoNotWorkThroughOneSweep(@TempDir Path home) throws Exception {
        SweepFolder folder = SweepFolder.create(home, new Sweep("One", Sweeps.preset("demo"), Map.of()));
        try (AutoCloseable first = folder.hold()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(folder::hold).isInstanceOf(StoreException.class).hasMessageContaining("in use");
        }
        folder.hold().close();
    }
}
