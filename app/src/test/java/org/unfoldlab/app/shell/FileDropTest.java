package org.unfoldlab.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headless screen loses its drags when a window before it was closed, so the drop begins where the hand lets go. */
class FileDropTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final List<Path> files = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    private boolean drop(File... dropped) {
        return FileDrop.take(List.of(dropped), files::add, folders::add);
    }

    @Test
    void aNetworkFileIsOpenedEvenAmongOthers() throws IOException {
        File picture = Files.createFile(folder.resolve("cat.png")).toFile();
        File network = Files.createFile(folder.resolve("net.unfold")).toFile();
        assertThat(drop(folder.toFile(), picture, network)).isTrue();
        assertThat(files).containsExactly(network.toPath());
        assertThat(folders).isEmpty();
    }

    @Test
    void aFolderIsOpenedAsARun() {
        assertThat(drop(folder.toFile())).isTrue();
        assertThat(folders).containsExactly(folder);
    }

    @Test
    void anythingElseIsNotTaken() throws IOException {
        File picture = Files.createFile(folder.resolve("cat.png")).toFile();
        assertThat(FileDrop.isTaken(List.of(picture))).isFalse();
        assertThat(drop(picture)).isFalse();
        assertThat(files).isEmpty();
    }
}
