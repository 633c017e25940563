package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.Npz;
import org.unfoldlab.model.store.StoreException;

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
    private Optional<Question<T>> wanted = Optional.empty();
    private boolean reading;

    /** Who wants to know what a file holds. */
    private record Question<T>(Path file, Consumer<T> done, Consumer<String> failed) {}

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
     *
     * @param failed told in a sentence which file cannot be read, and why
     */
    void ask(Path file, Consumer<T> done, Consumer<String> failed) {
        Question<T> question = new Question<>(file, done, failed);
        wanted = Optional.of(question);
        T remembered = known.get(file);
        if (remembered != null) {
            done.accept(remembered);
        } else if (!reading) {
            read(question);
        }
    }

    private void read(Question<T> question) {
        reading = true;
        Path file = question.file();
        background.run(
                "Reading " + file,
                () -> from.apply(Npz.read(file)),
                value -> {
                    known.put(file, value);
                    readDone(file, "");
                },
                e -> readDone(file, sentence(file, e)));
    }

    /** By the file's name alone: its folder is the run's, and a path would not fit into a plot. */
    private static String sentence(Path file, Exception e) {
        String why = e instanceof StoreException
                ? String.valueOf(e.getMessage())
                : file + " cannot be read. It does not hold what it should.";
        return why.replace(file.toString(), String.valueOf(file.getFileName()));
    }

    /** @param trouble why the file cannot be read; empty if it was */
    private void readDone(Path file, String trouble) {
        reading = false;
        if (wanted.isEmpty()) {
            return;
        }
        Question<T> newest = wanted.get();
        T value = known.get(newest.file());
        if (value != null) {
            newest.done().accept(value);
        } else if (newest.file().equals(file)) {
            newest.failed().accept(trouble);
        } else {
            read(newest);
        }
    }
}
