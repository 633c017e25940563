package org.unfoldlab.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavePlaceTest {
    private static final List<String> SUFFIXES = List.of(".pdf", ".txt");

    @TempDir
    private Path folder = Path.of(".");

    private final Deque<Path> answers = new ArrayDeque<>();
    private final List<Optional<Path>> asked = new ArrayList<>();

    private Optional<Path> ask() {
        return SavePlace.ask(
                taken -> {
                    asked.add(taken);
                    return Optional.ofNullable(answers.poll());
                },
                SUFFIXES);
    }

    @Test
    void aNameIsCompletedByTheFirstSuffixUnlessItHasOne() {
        assertThat(SavePlace.completed(Path.of("a/page"), SUFFIXES)).isEqualTo(Path.of("a/page.pdf"));
        assertThat(SavePlace.completed(Path.of("a/page.TXT"), SUFFIXES)).isEqualTo(Path.of("a/page.TXT"));
    }

    @Test
    void aFreePlaceIsTakenAtOnce() {
        answers.add(folder.resolve("page"));
        assertThat(ask()).contains(folder.resolve("page.pdf"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aCompletedNameThatExistsIsAskedForInFull() throws IOException {
        Path there = Files.createFile(folder.resolve("page.pdf"));
        answers.add(folder.resolve("page"));
        answers.add(there);
        assertThat(ask()).contains(there);
        assertThat(asked).containsExactly(Optional.empty(), Optional.of(there));
    }

    @Test
    void whoThinksBetterOfItWritesNothing() throws IOException {
        Files.createFile(folder.resolve("page.pdf"));
        answers.add(folder.resolve("page"));
        assertThat(ask()).isEmpty();
        assertThat(asked).hasSize(2);
    }
}
