package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFiles.writeText(file, "neu – ü");
        assertThat(file).hasContent("neu – ü");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void keepsTheOldFileWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write('x');
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " cannot be written. The disk is full; free some space and try again.");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        Path file = folder.resolve("none/a.txt");
        assertThatThrownBy(() -> AtomicFiles.writeText(file, "x"))
                .hasMessage(file + " cannot be written. The folder " + folder.resolve("none") + " does not exist.");
    }

    @Test
    void saysThatAFolderIsInTheWay() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a"));
        assertThatThrownBy(() -> AtomicFiles.writeText(file, "x"))
                .hasMessage(file + " cannot be written. A folder of this name is in the way.");
    }

    @Test
    void saysThatTheFolderIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old").resolve("b.txt");
        assertThatThrownBy(() -> AtomicFiles.writeText(file, "x"))
                .hasMessageEndingWith("a.txt is a file, not a folder.");
    }

    @Test
    void writesThroughASymbolicLink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        AtomicFiles.writeText(link, "new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("new");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
