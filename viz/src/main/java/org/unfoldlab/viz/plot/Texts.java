package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;

/** Fits text into the room there is. */
public final class Texts {
    private Texts() {}

    /** The text, or its beginning and an ellipsis, or nothing if not even a few letters fit. */
    public static String shortened(String text, double room, TextStyle style, Surface surface) {
        if (surface.textWidth(text, style) <= room) {
            return text;
        }
        for (int end = text.length() - 1; end > 2; end--) {
            String part = text.substring(0, end).stripTrailing() + "…";
            if (surface.textWidth(part, style) <= room) {
                return part;
            }
        }
        return "";
    }

    /** The text in lines no wider than the room, broken between words. */
    public static List<String> wrapped(String text, double room, TextStyle style, Surface surface) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && surface.textWidth(longer, style) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    static double widest(List<String> lines, TextStyle style, Surface surface) {
        return lines.stream()
                .mapToDouble(line -> surface.textWidth(line, style))
                .max()
                .orElse(0);
    }
}
