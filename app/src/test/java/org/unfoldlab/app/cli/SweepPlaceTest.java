package org.unfoldlab.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    private Path place(Path file) {
        return SweepPlace.of(file, home.resolve("runs"));
    }

    @Test
    void onlyThePlanOfASweepStandsForTheFolderThatItLiesIn() throws Exception {
        Path mine = Files.createDirectory(home.resolve("mine"));
        Path file = mine.resolve("sweep.json");
        SweepFiles.write(file, DEMO);
        assertThat(place(file)).isEqualTo(home.resolve("runs/sweep"));
        new SweepFolder(mine).hold().close();
        assertThat(place(file)).isEqualTo(mine);
        assertThat(place(mine)).isEqualTo(mine);
    }
}
