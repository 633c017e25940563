package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import org.unfoldlab.viz.theme.Token;

/** Fits text into the room there is. */
public final class Texts {
    private static final double PADDING = 8;
    private static final double LEADING = 1.45;

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

    /** Writes in the middle of a hatched box what is missing and the longest reason that fits. */
    static void reason(HatchedSpan span, Box box, PlotStyle style, Surface surface) {
        double room = box.width() - 2 * PADDING;
        List<String> titles = wrapped(span.title(), room, style.strong(), surface);
        String why = span.reasons().stream()
                .filter(text -> surface.textWidth(text, style.axis()) <= room)
                .findFirst()
                .orElse("");
        int rows = titles.size() + (why.isEmpty() ? 0 : 1);
        double lead = style.axis().size() * LEADING;
        double width = Math.max(widest(titles, style.strong(), surface), surface.textWidth(why, style.axis()));
        if (width > box.width() || rows * lead > box.height()) {
            return;
        }
        double y = box.centerY() - rows * lead / 2;
        Box ground = new Box(box.centerX() - width / 2 - PADDING, y - 4, width + 2 * PADDING, rows * lead + 8);
        surface.fill(ground, 3, style.color(Token.BACKGROUND));
        for (String title : titles) {
            surface.text(title, box.centerX(), y + lead / 2, Surface.Align.CENTER, style.strong());
            y += lead;
        }
        surface.text(why, box.centerX(), y + lead / 2, Surface.Align.CENTER, style.axis());
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
