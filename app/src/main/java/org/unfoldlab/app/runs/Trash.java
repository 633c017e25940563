package org.unfoldlab.app.runs;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Where deleted run folders go, so that deleting can be undone: the desktop's trash on Linux (freedesktop.org Trash
 * specification 1.0), where the folder lies on the same disk; else a folder {@code .trash} beside the run. Folders are
 * renamed and never copied, so it takes no time and cannot stop half-way.
 */
public final class Trash {
    private static final String BESIDE = ".trash";

    private final Optional<Path> desktop;

    /** @param desktop the desktop's trash, if there is one that can be used */
    public Trash(Optional<Path> desktop) {
        this.desktop = desktop;
    }

    /** The trash of this system. */
    public static Trash ofSystem() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux) {
            return new Trash(Optional.empty());
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path home = data == null || data.isBlank()
                ? Path.of(System.getProperty("user.home", ""), ".local", "share")
                : Path.of(data);
        return new Trash(Optional.of(home.resolve("Trash")));
    }

    /**
     * Something in the trash.
     *
     * @param original where it came from
     * @param now where it lies
     * @param note what the desktop's trash wrote down about it
     */
    public record Trashed(Path original, Path now, Optional<Path> note) {}

    /**
     * Moves a folder to the trash.
     *
     * @throws IOException when it cannot be moved; it is then where it was
     */
    public Trashed move(Path folder) throws IOException {
        Path original = folder.toAbsolutePath().normalize();
        if (desktop.isPresent() && sameDisk(original, desktop.get())) {
            return toDesktop(original, desktop.get());
        }
        Path beside = original.resolveSibling(BESIDE);
        Files.createDirectories(beside);
        Path target = free(beside, original);
        Files.move(original, target);
        return new Trashed(original, target, Optional.empty());
    }

    /** True when a rename is enough. */
    private static boolean sameDisk(Path folder, Path trash) {
        try {
            Files.createDirectories(trash.resolve("files"));
            Files.createDirectories(trash.resolve("info"));
            return Files.getFileStore(folder).equals(Files.getFileStore(trash));
        } catch (IOException e) {
            return false;
        }
    }

    private static Trashed toDesktop(Path original, Path trash) throws IOException {
        Path note = note(original, trash);
        String name = nameOf(note).replaceAll("\\.trashinfo$", "");
        Path target = trash.resolve("files").resolve(name);
        try {
            Files.move(original, target);
        } catch (IOException e) {
            Files.deleteIfExists(note);
            throw e;
        }
        return new Trashed(original, target, Optional.of(note));
    }

    /** The note comes first and is never overwritten: it reserves the name. */
    private static Path note(Path original, Path trash) throws IOException {
        String text = "[Trash Info]\nPath=" + encoded(original) + "\nDeletionDate="
                + LocalDateTime.now(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT))
                + "\n";
        int number = 1;
        Optional<Path> note = reserved(original, trash, number, text);
        while (note.isEmpty()) {
            number++;
            note = reserved(original, trash, number, text);
        }
        return note.get();
    }

    private static Optional<Path> reserved(Path original, Path trash, int number, String text) throws IOException {
        String name = nameOf(original) + (number == 1 ? "" : "." + number);
        if (Files.exists(trash.resolve("files").resolve(name))) {
            return Optional.empty();
        }
        Path note = trash.resolve("info").resolve(name + ".trashinfo");
        try {
            return Optional.of(Files.write(note, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW));
        } catch (FileAlreadyExistsException taken) {
            return Optional.empty();
        }
    }

    private static String encoded(Path path) {
        URI uri = path.toUri();
        String raw = uri.getRawPath();
        return raw.length() > 1 && raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    }

    private static Path free(Path folder, Path original) {
        Path target = folder.resolve(nameOf(original));
        for (int number = 2; Files.exists(target); number++) {
            target = folder.resolve(nameOf(original) + "." + number);
        }
        return target;
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    /**
     * Moves it back.
     *
     * @throws IOException when something else lies there now, or it cannot be moved
     */
    public void restore(Trashed trashed) throws IOException {
        Files.move(trashed.now(), trashed.original());
        if (trashed.note().isPresent()) {
            Files.deleteIfExists(trashed.note().get());
        }
    }
}
