package org.unfoldlab.viz.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.unfoldlab.viz.plot.TextStyle;

/** The bundled fonts, read from their files: needs neither a window nor a display. Safe in any thread. */
public final class Typefaces {
    private final Map<TextStyle.Weight, Typeface> byWeight = new EnumMap<>(TextStyle.Weight.class);

    /** Reads all fonts; takes some tenths of a second. */
    public Typefaces() {
        for (TextStyle.Weight weight : TextStyle.Weight.values()) {
            byWeight.put(weight, read(file(weight)));
        }
    }

    private static String file(TextStyle.Weight weight) {
        return switch (weight) {
            case REGULAR -> "Inter-Regular.otf";
            case MEDIUM -> "Inter-Medium.otf";
            case SEMI_BOLD -> "Inter-SemiBold.otf";
            case BOLD -> "Inter-Bold.otf";
            case MONO -> "JetBrainsMono-Regular.ttf";
        };
    }

    private static Typeface read(String file) {
        try {
            return Typeface.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Typeface of(TextStyle.Weight weight) {
        return Objects.requireNonNull(byWeight.get(weight));
    }

    /** Width of a text in px. */
    public double width(String text, TextStyle style) {
        return style.size() * of(style.weight()).width(text);
    }
}
