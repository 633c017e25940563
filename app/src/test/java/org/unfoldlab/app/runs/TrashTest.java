package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path home;

    private Path run() throws IOException {
        Path run = Files.createDirectories(home.resolve("runs").resolve("a run"));
        Files.writeString(run.resolve("run.json"), "{}");
        return run;
    }

    @Test
    void theDesktopsTrashKnowsWhereAFolderCameFrom() throws IOException {
        Trash trash = new Trash(Optional.of(home.resolve("Trash")));
        Path run = run();
        Trash.Trashed first = trash.move(run);
        assertThat(run).doesNotExist();
        assertThat(home.resolve("Trash/files/a run/run.json")).exists();
        assertThat(Files.readString(home.resolve("Trash/info/a run.trashinfo")))
                .startsWith("[Trash Info]\nPath=" + home.toUri().getRawPath() + "runs/a%20run\nDeletionDate=");
        Trash.Trashed second = trash.move(run());
        assertThat(second.now()).isEqualTo(home.resolve("Trash/files/a run.2"));
        trash.restore(first);
        assertThat(run.resolve("run.json")).exists();
        assertThat(home.resolve("Trash/info/a run.trashinfo")).doesNotExist();
        assertThat(home.resolve("Trash/info/a run.2.trashinfo")).exists();
    }

    @Test
    void withoutADesktopItLiesBesideTheRuns() throws IOException {
        Trash trash = new Trash(Optional.empty());
        Path run = run();
        Trash.Trashed gone = trash.move(run);
        assertThat(home.resolve("runs/.trash/a run/run.json")).exists();
        trash.restore(gone);
        assertThat(run.resolve("run.json")).exists();
    }
}
