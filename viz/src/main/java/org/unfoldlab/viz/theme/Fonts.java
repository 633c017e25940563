package org.unfoldlab.viz.theme;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The bundled fonts: Inter and JetBrains Mono, both under the SIL Open Font License 1.1. Each
 * weight of Inter is its own static file, because JavaFX reads no variable fonts; the in-between
 * weights are families of their own.
 */
public final class Fonts {
    /** Family of the regular and the bold weight. */
    public static final String INTER = "Inter";

    public static final String INTER_MEDIUM = "Inter Medium";
    public static final String INTER_SEMI_BOLD = "Inter Semi Bold";
    /** For code, pipelines and numbers that change. */
    public static final String MONO = "JetBrains Mono";

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Medium.ttf",
            "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /** Makes the bundled fonts known to JavaFX; calling it again does no harm. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, 14) == null) {
                    throw new IllegalStateException("The bundled font " + file + " cannot be loaded");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A bundled font as its file holds it, e.g. {@code Inter-Regular.otf}; needs no window. */
    public static byte[] bytes(String file) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new FileNotFoundException("The bundled font " + file + " is missing");
            }
            return in.readAllBytes();
        }
    }

    /** Inter, size in px. */
    public static Font regular(double size) {
        return Font.font(INTER, size);
    }

    /** Inter Medium, size in px. */
    public static Font medium(double size) {
        return Font.font(INTER_MEDIUM, size);
    }

    /** Inter SemiBold, size in px. */
    public static Font semiBold(double size) {
        return Font.font(INTER_SEMI_BOLD, size);
    }

    /** Inter Bold, size in px. */
    public static Font bold(double size) {
        return Font.font(INTER, FontWeight.BOLD, size);
    }

    /** JetBrains Mono, size in px. */
    public static Font mono(double size) {
        return Font.font(MONO, size);
    }
}
