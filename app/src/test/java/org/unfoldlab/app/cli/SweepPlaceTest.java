package org.unfoldlab.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.model.store.SweepFiles;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.sweep.Axis;
import org.unfoldlab.model.sweep.Sweep;

class SweepPlaceTest {
    private static final Sweep DEMO = sweep("demo", "1");

    @TempDir
    private Path home;

    private static Sweep sweep(String preset, String seed) {
        return new Sweep("Seeds", Presets.find(preset).orElseThrow().document(), Map.of(Axis.SEED, List.of(seed)));
    }

    private Path place(Path file, Sweep sweep) {
        return SweepPlace.of(file, home.resolve("runs"), sweep);
    }

    @Test
    void sweepFilesOfOneNameDoNotShareAFolder() throws IOException {
        Path own = home.resolve("runs/grid");
        assertThat(place(home.resolve("a/grid.json"), DEMO)).isEqualTo(own);
        SweepFolder.create(own, DEMO);
        assertThat(place(home.resolve("a/grid.json"), sweep("demo", "2"))).isEqualTo(own);
        Path second = home.resolve("runs/grid-2");
        assertThat(place(home.resolve("b/grid.json"), sweep("2-state-frnn", "1")))
                .isEqualTo(second);
        SweepFolder.create(second, sweep("2-state-frnn", "1"));
        assertThat(place(home.resolve("b/grid.json"), sweep("2-state-frnn", "1")))
                .isEqualTo(second);
    }

    @Test
    void onlyThePlanOfASweepStandsForTheFolderThatItLiesIn() throws Exception {
        Path mine = Files.createDirectory(home.resolve("mine"));
        Path file = mine.resolve("sweep.json");
        SweepFiles.write(file, DEMO);
        assertThat(place(file, DEMO)).isEqualTo(home.resolve("runs/sweep"));
        new SweepFolder(mine).hold().close();
        assertThat(place(file, DEMO)).isEqualTo(mine);
        assertThat(place(mine, DEMO)).isEqualTo(mine);
    }
}
