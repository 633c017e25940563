package org.unfoldlab.viz.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a picture is written. */
public enum PictureFormat {
    SVG("SVG", "svg", "drawing for the web and for drawing programs"),
    PDF("PDF", "pdf", "drawing for print, fonts embedded"),
    PNG("PNG", "png", "image of pixels"),
    CSV("CSV", "csv", "the numbers");

    private final String title;
    private final String suffix;
    private final String about;

    PictureFormat(String title, String suffix, String about) {
        this.title = title;
        this.suffix = suffix;
        this.about = about;
    }

    public String title() {
        return title;
    }

    /** The end of its files' names, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** What it is for. */
    public String about() {
        return about;
    }

    /** The format that a file's name asks for. */
    public static Optional<PictureFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.suffix()))
                .findFirst();
    }
}
