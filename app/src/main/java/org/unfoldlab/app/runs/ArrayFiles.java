package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.Npz;

/**
 * Reads array files of run folders in the background, one kind of thing out of each, and remembers the newest few, so
 * that going back and forth through epochs is quick. Only what was asked for last is handed over. Belongs to the
 * screen's thread.
 */
final class ArrayFiles<T> {
    private static final int REMEMBERED = 24;

    private final Background background;
    private final java.util.function.Function<Map<String, HostArray>, T> from;
    private final Map<Path, T> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, T> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Optional<Path> wanted = Optional.empty();
    private boolean reading;

    /** @param from makes the thing out of a file's arrays */
    ArrayFiles(Background background, java.util.function.Function<Map<String, HostArray>, T> from) {
        this.background = background;
        this.from = from;
    }

    /** Forgets what was asked for. */
    void cancel() {
        wanted = Optional.empty();
    }

    /**
     * Hands over what a file holds: at once if it is remembered, else when it is read, unless something else is asked
     * for meanwhile. While one is read, later questions wait and only the last is answered.
     */
    void ask(Path file, Consumer<T> done) {
        wanted = Optional.of(file);
        T remembered = known.get(file);
        if (remembered != null) {
            done.accept(remembered);
        } else if (!reading) {
            read(file, done);
        }
    }

    private void read(Path file, Consumer<T> done) {
        reading = true;
        background.run(
                "Reading " + file,
                () -> from.apply(Npz.read(file)),
                value -> {
                    known.put(file, value);
                    readDone(file, done);
                },
                e -> readDone(file, done));
    }

    private void readDone(Path file, Consumer<T> done) {
        reading = false;
        if (wanted.isEmpty()) {
            return;
        }
        Path newest = wanted.get();
        T value = known.get(newest);
        if (value != null) {
            done.accept(value);
        } else if (!newest.equals(file)) {
            read(newest, done);
        }
    }
}
