package org.unfoldlab.app.explore;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of dropped files Explore can show. */
final class ImageDrop {
    private static final List<String> SUFFIXES = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

    private ImageDrop() {}

    /** The first image among them, told by its name. */
    static Optional<Path> first(List<File> files) {
        return files.stream().filter(ImageDrop::isImage).map(File::toPath).findFirst();
    }

    private static boolean isImage(File file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith);
    }
}
