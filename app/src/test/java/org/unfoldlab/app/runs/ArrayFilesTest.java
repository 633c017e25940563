package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.Npz;

class ArrayFilesTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ArrayFiles<String> files =
            new ArrayFiles<>(new Background(waiting::add, Runnable::run), arrays -> String.join(" ", arrays.keySet()));
    private final List<String> heard = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Path file(String name) throws Exception {
        Path file = folder.resolve(name + ".npz");
        Npz.write(file, Map.of(name, HostArray.ofFloats(new int[] {1}, new float[] {1})));
        return file;
    }

    private void ask(Path file, String whose) {
        files.ask(file, holds -> heard.add(whose + ": " + holds), why -> heard.add(whose + ": " + why));
    }

    private void readAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void whoAskedLastIsToldWhatItAskedFor() throws Exception {
        ask(file("a"), "run 1");
        ask(file("b"), "run 2");
        readAll();
        assertThat(heard).containsExactly("run 2: b");
    }

    @Test
    void whatCannotBeReadIsSaidOnlyToWhomItConcerns() throws Exception {
        ask(folder.resolve("gone.npz"), "run 1");
        ask(file("b"), "run 2");
        readAll();
        ask(folder.resolve("gone.npz"), "run 3");
        readAll();
        assertThat(heard).containsExactly("run 2: b", "run 3: gone.npz cannot be read. There is no such file.");
    }
}
