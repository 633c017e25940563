package org.unfoldlab.app.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of file that something can be exported as.
 *
 * @param title as people call it, e.g. {@code PDF}
 * @param suffix end of the file's name without the dot
 * @param about what it is for
 */
public record FileKind(String title, String suffix, String about) {
    static final FileKind SVG = new FileKind("SVG", "svg", "Drawing for the web and for drawing programs");
    static final FileKind PDF = new FileKind("PDF", "pdf", "Drawing for print, fonts embedded");
    static final FileKind PNG = new FileKind("PNG", "png", "Image of pixels");
    static final FileKind CSV = new FileKind("CSV", "csv", "The numbers, for a spreadsheet");
    static final FileKind TEXT = new FileKind("Text", "txt", "Tables in a fixed-width face");
    static final FileKind PYTHON = new FileKind("Python", "py", "A script that runs with PyTorch");
    static final FileKind HTML = new FileKind("HTML", "html", "One page for the browser, nothing outside it");

    /** The one of them that a file's name asks for. */
    static Optional<FileKind> ofFile(String name, List<FileKind> kinds) {
        String lower = name.toLowerCase(Locale.ROOT);
        return kinds.stream()
                .filter(kind -> lower.endsWith("." + kind.suffix()))
                .findFirst();
    }
}
